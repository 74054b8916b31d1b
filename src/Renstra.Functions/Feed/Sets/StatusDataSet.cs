using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Reference;
using Renstra.Functions.Storage;
using Renstra.Functions.Withdrawals;
using Renstra.Transform.Performance;

namespace Renstra.Functions.Feed.Sets;

/// <summary>How fresh the data are, in one row.</summary>
internal sealed class StatusDataSet(SubmissionStore submissions, ReleaseStore releases, CurrentReference reference, WithdrawalRecord withdrawals, IOptions<FeedOptions> options) : FeedSet(
    "StatusData",
    "Satu baris tentang kemutakhiran data: kiriman, pemeriksaan, dan penetapan terakhir serta versi yang dipakai.",
    typeof(StatusDataRow),
    nameof(StatusDataRow.Sistem))
{
    /// <summary>How many months back the last submission is looked for; each month without one costs a request.</summary>
    private const int LongestSilenceInMonths = 12;

    private static readonly string BuildVersion =
        typeof(StatusDataSet).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public override async IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(
        FeedReading reading, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var latest = await LatestSubmissionsAsync(reading, cancellation);
        var inForce = await releases.InForceAsync(reading.Reference.FirstMonth, reading.CurrentMonth, cancellation);
        var (withdrawal, _) = await withdrawals.ReadAsync(cancellation);
        yield return
        [
            new StatusDataRow
            {
                Sistem = "Renstra",
                DibacaPada = reading.Now - options.Value.Freshness,
                KirimanTerakhirPada = latest.Max(submission => (DateTimeOffset?)submission.Id.SubmittedAt),
                PemeriksaanTerakhirPada = latest.Max(submission => submission.Outcome?.FinishedAt),
                PenetapanTerakhirPada = inForce.Max(release => (DateTimeOffset?)release.ReleasedAt),
                BulanTetapTerakhir = inForce.Count == 0 ? null : inForce[^1].Month.FirstDay,
                VersiReferensi = reading.Reference.Version,
                PerubahanReferensiDitolak = reference.Refused.Count > 0,
                KirimanDitarik = withdrawal.Withdrawn.Count - withdrawal.Unknown.Count,
                PenarikanTakDikenal = withdrawal.Unknown.IsEmpty ? null : string.Join("; ", withdrawal.Unknown),
                VersiPerhitungan = PerformanceCalculator.Version,
                VersiAplikasi = BuildVersion,
            },
        ];
    }

    /// <summary>The submissions of the latest month that has any.</summary>
    private async Task<IReadOnlyList<StoredSubmission>> LatestSubmissionsAsync(FeedReading reading, CancellationToken cancellation)
    {
        for (var monthsBack = 0; monthsBack <= LongestSilenceInMonths; monthsBack++)
        {
            if (await submissions.ReceivedInAsync(reading.CurrentMonth.AddMonths(-monthsBack), cancellation) is { Count: > 0 } found)
            {
                return found;
            }
        }

        return [];
    }
}

/// <summary>How fresh the data are.</summary>
internal sealed record StatusDataRow
{
    [Description("Selalu Renstra: kunci satu-satunya baris.")]
    public required string Sistem { get; init; }

    [Description("Waktu data dibaca: yang masuk sebelum waktu ini sudah termasuk dalam setiap jawaban sekarang.")]
    public required DateTimeOffset DibacaPada { get; init; }

    [Description("Waktu penyerahan berkas terakhir yang diterima, dalam dua belas bulan terakhir.")]
    [Empty("bila tidak ada kiriman selama itu")]
    public DateTimeOffset? KirimanTerakhirPada { get; init; }

    [Description("Waktu pemeriksaan berkas terakhir yang selesai.")]
    [Empty("bila tidak ada kiriman selama itu")]
    public DateTimeOffset? PemeriksaanTerakhirPada { get; init; }

    [Description("Waktu penetapan terakhir, untuk bulan mana pun.")]
    [Empty("selama belum ada penetapan")]
    public DateTimeOffset? PenetapanTerakhirPada { get; init; }

    [Description("Bulan terakhir yang sudah ditetapkan, ditulis sebagai hari pertamanya.")]
    [Empty("selama belum ada penetapan")]
    public DateOnly? BulanTetapTerakhir { get; init; }

    [Description("Versi data acuan (indikator, target, skala) yang dipakai.")]
    public required string VersiReferensi { get; init; }

    [Description("Benar bila perubahan data acuan terakhir ditolak karena keliru, sehingga versi sebelumnya tetap dipakai.")]
    public required bool PerubahanReferensiDitolak { get; init; }

    [Description("Banyaknya kiriman yang ditarik menurut penarikan.csv dan tidak berlaku lagi.")]
    [Unit("kiriman")]
    public required long KirimanDitarik { get; init; }

    [Description("Kiriman dalam penarikan.csv yang tidak pernah diterima, dipisahkan titik koma: periksa penulisannya.")]
    [Empty("bila semuanya dikenal")]
    public string? PenarikanTakDikenal { get; init; }

    [Description("Versi cara penghitungan yang dipakai.")]
    [Unit("versi")]
    public required int VersiPerhitungan { get; init; }

    [Description("Versi aplikasi.")]
    public required string VersiAplikasi { get; init; }
}
