namespace Renstra.LocalHost.Host;

/// <summary>A function that is called for every new or changed blob.</summary>
/// <param name="Name">Its folder.</param>
/// <param name="BindingName">Under this name the invocation carries the blob's bytes.</param>
/// <param name="Path">Which blobs.</param>
internal sealed record BlobFunction(string Name, string BindingName, BlobPathPattern Path, string Connection = "");
