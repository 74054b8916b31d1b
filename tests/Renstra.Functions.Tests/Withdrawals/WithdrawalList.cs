using Microsoft.Extensions.DependencyInjection;
using Renstra.Functions.Storage;
using Renstra.Functions.Withdrawals;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Tests.Withdrawals;

/// <summary>Puts <c>penarikan.csv</c> where the analyst puts it.</summary>
internal static class WithdrawalList
{
    public const string Reason = "Salah lampiran, diganti berkas berikutnya";

    /// <summary>Puts a list of these submissions, in place of any other.</summary>
    public static Task PutAsync(App app, params IEnumerable<SubmissionId> submissions) => PutLinesAsync(
        app, submissions.Select(submission => $"{submission},\"{Reason}\",Maria Bria,2024-08-12"));

    /// <summary>Puts a list of these lines.</summary>
    public static Task PutLinesAsync(App app, params IEnumerable<string> lines) => app.Account.Blobs()
        .GetBlobContainerClient(StorageNames.ReferenceContainer)
        .GetBlobClient("penarikan.csv")
        .UploadAsync(
            BinaryData.FromString(string.Join('\n', ["LaporanMasuk,Alasan,DitarikOleh,DitarikPada", .. lines])), overwrite: true, TestContext.Current.CancellationToken);

    /// <summary>Lets the list take effect, as the timers do.</summary>
    public static Task SweepAsync(App app) => app.Services.GetRequiredService<WithdrawalSweep>().RunAsync(TestContext.Current.CancellationToken);
}
