using Azure.Data.Tables;
using Renstra.Functions.Storage;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Tests.Storage;

/// <summary>A report as one entity: what is written is what is read, whoever wrote it.</summary>
public sealed class ReportEntityTests
{
    [Fact]
    public void Figures_and_the_parts_of_their_breakdowns_come_back_as_they_were_with_the_cells()
    {
        var report = WithParts(
            Part(ComponentRole.Pembilang, "Penempatan", "AKL", 0, "C12", "nihil"),
            Part(ComponentRole.Pembilang, "Penempatan", "AKAN", 1882, "C14", "1.882 orang"),
            Part(ComponentRole.Penyebut, "Jenis kelamin", "Perempuan", 12.5m, "D16", "12,5"));

        var read = ReportEntity.Read(ReportEntity.ForView(report))!;

        Assert.Equal(report with { Figures = read.Figures }, read);
        Assert.Equal(report.Figures.Select(figure => figure with { Parts = [] }), read.Figures.Select(figure => figure with { Parts = [] }));
        Assert.Equal(report.Figures.SelectMany(figure => figure.Parts), read.Figures.SelectMany(figure => figure.Parts));
        Assert.Equal("IKU-2", Assert.Single(read.Figures, figure => figure.Parts.Count > 0).Indicator.Value);
    }

    [Fact]
    public void A_part_is_a_column_of_its_own_and_no_column_of_a_figure_changes()
    {
        var plain = ReportEntity.ForView(Reports.Of("53.02", "2024-07", "IKU-1 3/4; IKU-2 12/30"));

        var entity = ReportEntity.ForView(WithParts(Part(ComponentRole.Pembilang, "Penempatan", "AKAN", 12, "C14", "12")));

        Assert.Equal(12L, entity["IKU_2_Pembilang_AKAN"]);
        Assert.Equal(["AsalRincian", "IKU_2_Pembilang_AKAN"], entity.Keys.Except(plain.Keys).Order(StringComparer.Ordinal));
        Assert.All(plain, column => Assert.Equal(column.Value, entity[column.Key]));
    }

    [Fact]
    public void A_report_without_breakdowns_is_stored_as_it_always_was_and_an_old_one_is_read()
    {
        var report = Reports.Of("53.02", "2024-07", "IKU-1 3/4; IKU-2 12/30");

        var entity = ReportEntity.ForHistory(report);
        var read = ReportEntity.Read(new TableEntity(entity))!;

        Assert.DoesNotContain("AsalRincian", entity.Keys);
        Assert.Equal(report.Figures, read.Figures.Select(figure => figure with { Parts = [] }));
        Assert.All(read.Figures, figure => Assert.Empty(figure.Parts));
    }

    private static StoredReport WithParts(params PartAmount[] parts)
    {
        var report = Reports.Of("53.02", "2024-07", "IKU-1 3/4; IKU-2 12/30");
        return report with { Figures = [report.Figures[0], report.Figures[1] with { Parts = parts }] };
    }

    private static PartAmount Part(ComponentRole role, string dimension, string part, decimal amount, string cell, string raw) =>
        new(role, dimension, part, new ComponentAmount(amount, new CellLocation("Rincian", cell), raw));
}
