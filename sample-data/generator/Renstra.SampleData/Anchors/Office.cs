using System.Globalization;
using Renstra.Transform.Calendar;
using Renstra.Transform.Regions;

namespace Renstra.SampleData.Anchors;

/// <summary>One office that reports: its size, and the habits by which its files are known.</summary>
internal sealed record Office(
    Region Region,
    decimal JobSeekerWeight,
    decimal MigrantWeight,
    decimal CompanyWeight,
    string Officer,
    string FileNamePattern,
    string Style)
{
    public static IReadOnlyList<Office> ReadAll(RegionRegister regions) =>
    [
        .. AnchorFile.Read("wilayah").Select(row => new Office(
            regions[row.Region],
            row.Whole("BobotPencariKerja"),
            row.Whole("BobotPmi"),
            row.Whole("BobotPerusahaan"),
            row.Text("Petugas"),
            row.Text("PolaNamaBerkas"),
            row.Text("Gaya"))),
    ];

    /// <summary>What the office calls its file for a month, without the ending.</summary>
    public string FileNameOf(ReportingMonth month)
    {
        var name = ReportingMonth.NameOf(month.Month);
        return FileNamePattern
            .Replace("{kode}", Region.Code.Value, StringComparison.Ordinal)
            .Replace("{nama}", Region.Name, StringComparison.Ordinal)
            .Replace("{Bulan}", name, StringComparison.Ordinal)
            .Replace("{BULAN}", name.ToUpperInvariant(), StringComparison.Ordinal)
            .Replace("{bulan}", name.ToLowerInvariant(), StringComparison.Ordinal)
            .Replace("{bulan2}", month.Month.ToString("00", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{tahun}", month.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
