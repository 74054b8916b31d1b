using Renstra.Functions.Feed.Model;
using Renstra.Functions.Feed.Query;
using Renstra.Functions.Storage;

namespace Renstra.Functions.Feed.Submissions;

/// <summary>Every file received.</summary>
internal sealed class LaporanMasukSet(SubmissionStore submissions) : FeedSet(
    "LaporanMasuk",
    "Semua berkas yang diterima, dengan putusan dan nomor tanda terimanya.",
    typeof(LaporanMasukRow),
    nameof(LaporanMasukRow.LaporanMasuk))
{
    public override IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(FeedReading reading, CancellationToken cancellation) =>
        submissions.ReceivedAsync(ReceivedScope.Of(reading.Scope), cancellation)
            .Select(IReadOnlyList<object> (portion) => [.. portion.Select(submission => new LaporanMasukRow(submission, reading.Reference))]);
}
