using System.Runtime.CompilerServices;
using Renstra.Functions.Chasing;
using Renstra.Functions.Feed.Model;
using Renstra.Functions.Feed.Query;

namespace Renstra.Functions.Feed.Chasing;

/// <summary>Every reminder that was written.</summary>
internal sealed class PengingatSet(ReminderBlobs reminders) : FeedSet(
    "Pengingat",
    "Pengingat kepada kantor yang laporannya belum ada, sebagaimana ditulis pada harinya.",
    typeof(PengingatRow),
    nameof(PengingatRow.Bulan),
    nameof(PengingatRow.HariPengingat),
    nameof(PengingatRow.KodeWilayah))
{
    public override async IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(
        FeedReading reading, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var month in reading.Scope.Months(nameof(PengingatRow.Bulan), reading.Reference.FirstMonth, reading.CurrentMonth))
        {
            await foreach (var day in reminders.ReadAsync(month, cancellation))
            {
                yield return InKeyOrder(day.Offices.Select(office => new PengingatRow(day, office, reading.Reference)));
            }
        }
    }
}
