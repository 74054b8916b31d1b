namespace Renstra.SampleData.Writing;

/// <summary>One file of the sample data.</summary>
/// <param name="Path">Where it lies in <c>sample-data/</c>, with forward slashes.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record SampleFile(string Path, byte[] Content);
