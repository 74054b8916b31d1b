using System.Runtime.CompilerServices;
using Renstra.Functions.Chasing;
using Renstra.Functions.Feed.Model;
using Renstra.Functions.Feed.Query;

namespace Renstra.Functions.Feed.Chasing;

/// <summary>Who has reported, who is late, who still has to mend something.</summary>
internal sealed class KepatuhanLaporanSet(DueReports dueReports) : FeedSet(
    "KepatuhanLaporan",
    "Setiap laporan yang wajib sampai dengan bulan berjalan: batas waktunya, kapan diterima, dan berapa hari terlambat.",
    typeof(KepatuhanLaporanRow),
    nameof(KepatuhanLaporanRow.Bulan),
    nameof(KepatuhanLaporanRow.KodeWilayah),
    nameof(KepatuhanLaporanRow.PemegangData))
{
    public override async IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(
        FeedReading reading, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var months = reading.Scope.Months(nameof(KepatuhanLaporanRow.Bulan), reading.Reference.FirstMonth, reading.CurrentMonth).ToList();
        if (months.Count > 0)
        {
            var due = await dueReports.ReadAsync(reading.Reference, months[0], months[^1], reading.Now, cancellation).ToListAsync(cancellation);
            yield return InKeyOrder(due.Select(report => new KepatuhanLaporanRow(report, reading.Reference)));
        }
    }
}
