namespace Renstra.Transform.Tests.Reading.Corpus;

/// <summary>A file that LibreOffice makes of a workbook.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Source">The .xlsx that it is made of.</param>
/// <param name="Filter">As <c>soffice --convert-to</c> takes it.</param>
internal sealed record ConvertedFile(string Name, Func<byte[]> Source, string Filter);
