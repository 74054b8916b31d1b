using Renstra.SampleData.Anchors;
using Renstra.Transform.Regions;

namespace Renstra.SampleData.Figures;

/// <summary>IKU-1: courses of sixteen, and the certificates that follow some of them months later.</summary>
internal sealed class Training
{
    private readonly IReadOnlyList<AnchorRow> _courses = AnchorFile.Read("pelatihan");

    public MonthSeries Participants(RegionCode region) =>
        MonthSeries.Counting(Of(region).Select(course => (course.Whole("Bulan"), course.Whole("Peserta"))));

    public MonthSeries Certified(RegionCode region) => MonthSeries.Counting(
        Of(region)
            .Where(course => course.Month("BulanSertifikat") is not null)
            .Select(course => (course.Whole("BulanSertifikat"), course.Whole("Bersertifikat"))));

    private IEnumerable<AnchorRow> Of(RegionCode region) => _courses.Where(course => course.Region == region);
}
