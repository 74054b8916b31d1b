namespace Renstra.LocalHost.Sample;

/// <summary>One file of the sample year: who dropped what into which folder, and when.</summary>
/// <param name="SentAt">When it was dropped.</param>
/// <param name="Folder">The region's folder in the shared folder.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="Path">Where the sample data has it.</param>
internal sealed record SampleDelivery(DateTimeOffset SentAt, string Folder, string FileName, string Path);
