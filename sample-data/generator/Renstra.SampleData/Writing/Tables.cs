using System.Globalization;
using System.Text;
using CsvHelper;
using Renstra.SampleData.Anchors;
using Renstra.SampleData.Figures;
using Renstra.SampleData.Story;
using Renstra.Transform.Calendar;

namespace Renstra.SampleData.Writing;

/// <summary>The tables beside the workbooks: what was sent when, and what stands after all of it.</summary>
internal sealed class Tables(IReadOnlyList<Office> offices, IReadOnlyList<Delivery> deliveries)
{
    /// <summary>Every file in the order in which it was sent, with what should come of it.</summary>
    public SampleFile Timeline() => Table(
        "pengiriman.csv",
        ["Urutan", "DikirimPada", "Folder", "Berkas", "KodeWilayah", "Bulan", "Putusan", "KodeKesalahan", "Keterangan"],
        deliveries.Select((delivery, index) => new[]
        {
            (index + 1).ToString(CultureInfo.InvariantCulture),
            Moment(delivery.SentAt),
            delivery.Folder,
            delivery.FileName,
            delivery.Office.Region.Code.Value,
            delivery.Month.ToString(),
            delivery.IsAccepted ? "DITERIMA" : "DIKEMBALIKAN",
            delivery.Episode.ReturnedFor ?? "",
            delivery.Episode.Note,
        }));

    /// <summary>Every count that stands after everything was sent, and the file that it stands in.</summary>
    public SampleFile Truth() => Table(
        "kebenaran.csv",
        ["Bulan", "KodeWilayah", "Indikator", "Pembilang", "Penyebut", "Folder", "Berkas"],
        from standing in Standing()
        orderby standing.Month, standing.Office.Region.Code
        from figure in standing.Figures
        where figure.Value.Numerator is not null && figure.Value.Denominator is not null
        select new[]
        {
            standing.Month.ToString(),
            standing.Office.Region.Code.Value,
            figure.Key.Value,
            figure.Value.Numerator!.Value.ToString(CultureInfo.InvariantCulture),
            figure.Value.Denominator!.Value.ToString(CultureInfo.InvariantCulture),
            standing.Folder,
            standing.FileName,
        });

    /// <summary>Every part of a breakdown that stands after everything was sent, and the file that it stands in.</summary>
    public SampleFile Parts() => Table(
        "kebenaran-rincian.csv",
        ["Bulan", "KodeWilayah", "Indikator", "Peran", "Bagian", "Jumlah", "Folder", "Berkas"],
        from standing in Standing()
        orderby standing.Month, standing.Office.Region.Code
        from part in standing.Parts
        select new[]
        {
            standing.Month.ToString(),
            standing.Office.Region.Code.Value,
            part.Key.Indicator.Value,
            part.Key.Role.ToString(),
            part.Key.Part,
            part.Value.ToString(CultureInfo.InvariantCulture),
            standing.Folder,
            standing.FileName,
        });

    /// <summary>For every region and month whether, when and in which file it was reported.</summary>
    public SampleFile Status() => Table(
        "kebenaran-status.csv",
        ["Bulan", "KodeWilayah", "Status", "DiterimaPertama", "JumlahKiriman", "JumlahDikembalikan", "FolderBerlaku", "BerkasBerlaku"],
        from month in ReportingMonth.Range(new ReportingMonth(SampleYear.Year, 1), new ReportingMonth(SampleYear.Year, 12))
        from office in offices
        let sent = deliveries.Where(delivery => delivery.Month == month && delivery.Office == office).ToList()
        let accepted = sent.Where(delivery => delivery.IsAccepted).ToList()
        select new[]
        {
            month.ToString(),
            office.Region.Code.Value,
            accepted.Count == 0 ? "Tidak melapor" : accepted[0].SentAt <= LateAfter(month) ? "Tepat waktu" : "Terlambat",
            accepted.Count == 0 ? "" : Moment(accepted[0].SentAt),
            sent.Count.ToString(CultureInfo.InvariantCulture),
            (sent.Count - accepted.Count).ToString(CultureInfo.InvariantCulture),
            accepted.Count == 0 ? "" : accepted[^1].Folder,
            accepted.Count == 0 ? "" : accepted[^1].FileName,
        });

    /// <summary>Of every region and month the last report that was accepted.</summary>
    private IEnumerable<Delivery> Standing() => deliveries
        .Where(delivery => delivery.IsAccepted)
        .GroupBy(delivery => (delivery.Month, delivery.Office))
        .Select(sent => sent.Last());

    // Through the tenth of the next month, and a quarter of an hour's grace. Said here once more, so that what the product
    // computes is compared with something else than itself.
    private static DateTimeOffset LateAfter(ReportingMonth month) =>
        new(month.AddMonths(1).FirstDay.AddDays(10).ToDateTime(new TimeOnly(0, 15)), Wita.Offset);

    private static string Moment(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static SampleFile Table(string name, string[] columns, IEnumerable<string[]> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
        {
            csv.WriteRecord(columns);
            foreach (var row in rows)
            {
                csv.WriteRecord(row);
            }
        }

        return new SampleFile(name, Encoding.UTF8.GetBytes(text.ToString()));
    }
}
