namespace Renstra.Transform.Reading.Identities;

/// <summary>Where a workbook says which region or month it is about, the plainest first.</summary>
internal enum ClaimSource
{
    /// <summary>A cell behind a label such as <c>Bulan</c>.</summary>
    Label,

    /// <summary>A title or letterhead above the table.</summary>
    Title,

    /// <summary>The name of the sheet.</summary>
    SheetName,

    /// <summary>A label for the province: it stands in every letterhead, and means something only where no kabupaten or kota is named.</summary>
    Province,
}
