using Renstra.Functions.Tests.Ingestion;
using Renstra.Functions.Tests.Storage;
using Renstra.Testing;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Hosting;

/// <summary>
/// A trigger has no address in the worker. The tricks that once led a custom host to a trigger's path are tried at the worker's own
/// port, with more right than any client has: past the host, with the number of a call that the host has announced.
/// </summary>
public sealed class StrangerTests(AzuriteFixture azurite)
{
    private const string Blob = "53.02/laporan.xlsx";

    private static readonly string[] Functions = ["IngestSubmission", "CollectSharedFolder", "ConsolidateMonth", "RemindOffices"];

    private static readonly string[] Paths =
    [
        .. Contract.Read("path-traversal.RECORDED.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line[line.IndexOf('/', StringComparison.Ordinal)..].Split(' ')[0].Replace("BlobBin", "IngestSubmission", StringComparison.Ordinal)),
        .. Functions.SelectMany(function => (string[])
        [
            $"/{function}", $"//{function}", $"/{function}%00", $"/api/{function}", $"/admin/functions/{function}", $"/runtime/webhooks/blobs?functionName=Host.Functions.{function}",
            $"/odata/..%5C{function}", $"/odata/..%5C..%5C{function}", $"/odata/..%2F{function}", $"/odata/../{function}", $"/odata//{function}", $"/health/..%5C{function}",
        ]),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_trick_with_the_path_reaches_a_trigger()
    {
        await using var app = await Kiriman.AppAsync(azurite);
        await Kiriman.PutAsync(app, Blob, OfficialForm.Filled("53.02", "2024-07"));
        await using var worker = await StartedWorker.StartAsync(app.Account, Cancellation);
        Assert.True(Paths.Length > 50);

        await Parallel.ForEachAsync(Paths, Cancellation, async (path, cancellation) =>
        {
            foreach (var method in (string[])["GET", "POST"])
            {
                // It is the feed that is asked, for something in it, or nobody.
                await worker.TryAsync(method, path, cancellation);
            }
        });

        Assert.Equal("", await StoredState.ReadAsync(app, Cancellation));
        await worker.IngestAsync(Blob, Cancellation);
        Assert.NotEqual("", await StoredState.ReadAsync(app, Cancellation));
    }
}
