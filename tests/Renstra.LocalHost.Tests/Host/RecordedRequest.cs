namespace Renstra.LocalHost.Tests.Host;

/// <summary>A request as the worker's side of the connection saw it.</summary>
/// <param name="Method">GET, POST, …</param>
/// <param name="Target">Path and query, undecoded.</param>
/// <param name="Headers">By name, in any case.</param>
/// <param name="Body">All of it, as text.</param>
internal sealed record RecordedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);
