namespace Renstra.SampleData.Files;

/// <summary>The versions of the binary format that offices still send.</summary>
internal enum BiffVersion
{
    /// <summary>Excel 5.0 and 95: text of code page 1252 in the cells, no merged cells.</summary>
    Biff5,

    /// <summary>Excel 97 to 2003: shared strings in Unicode.</summary>
    Biff8,
}
