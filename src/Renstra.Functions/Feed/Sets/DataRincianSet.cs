using System.ComponentModel;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Feed.Sets;

/// <summary>
/// Every part of every accepted report's breakdowns, beside the wholes and not among them: whoever adds up
/// <see cref="DataRealisasiSet"/> must not count anything twice.
/// </summary>
internal sealed class DataRincianSet(KnownReports reports) : FeedSet(
    "DataRincian",
    "Rincian pembilang dan penyebut dari laporan yang diterima, bila kantor merincinya, dengan berkas, lembar, dan sel asalnya; juga dari laporan yang sudah digantikan.",
    typeof(DataRincianRow),
    nameof(DataRincianRow.Bulan),
    nameof(DataRincianRow.KodeWilayah),
    nameof(DataRincianRow.PemegangData),
    nameof(DataRincianRow.LaporanMasuk),
    nameof(DataRincianRow.KodeIndikator),
    nameof(DataRincianRow.Peran),
    nameof(DataRincianRow.Dimensi),
    nameof(DataRincianRow.Bagian))
{
    public override IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(FeedReading reading, CancellationToken cancellation) =>
        reports.ReadAsync(reading.Scope, cancellation).Select(portion => InKeyOrder(
            from known in portion
            where known.Report.IsAccepted
            from figure in known.Report.Figures
            from part in figure.Parts
            select new DataRincianRow(known, figure.Indicator, part, reading.Reference)));
}

/// <summary>The amount of a part that a component was broken down into.</summary>
internal sealed class DataRincianRow(KnownReport known, IndicatorCode indicator, PartAmount part, ReferenceData reference)
    : ReportedAmountRow(known, indicator, part.Role, part.Amount, reference)
{
    [Description("Menurut apa dirinci, misalnya Jenis kelamin. Jumlahkan hanya bagian dari satu dimensi.")]
    public string Dimensi { get; } = part.Dimension;

    [Description("Kode bagian dalam dimensi itu, misalnya Perempuan; lihat Rincian.")]
    public string Bagian { get; } = part.Part;

    [Description("Nama bagian; kosong bila sudah tidak ada dalam data rujukan.")]
    public string? NamaBagian { get; } = ReferenceNames.ComponentOf(indicator, part.Role, reference)?.Breakdown.FirstOrDefault(each => each.Code == part.Part)?.Name;
}
