namespace Renstra.LocalHost.Host;

/// <summary>A blob as it was at one time: written again, it is another version with the same name.</summary>
/// <param name="Name">The blob's name in its container.</param>
/// <param name="ETag">Its ETag, without quotes.</param>
internal readonly record struct BlobVersion(string Name, string ETag);
