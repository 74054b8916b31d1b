using Renstra.Functions.Storage;
using Renstra.Functions.Tests.Storage;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Ingestion;

/// <summary>What stands depends on the set of files received, never on the order, the number or the moment of their deliveries.</summary>
public sealed class OrderIndependenceTests(AzuriteFixture azurite)
{
    private const int Orders = 50;
    private const int Seed = 20240805;

    /// <summary>Two offices over three months, with revisions, a returned revision, a file of several months, and one that is no report.</summary>
    private static readonly (string Folder, string SubmittedAt, string[] Lines)[] Files =
    [
        ("53.02", "2024-07-05T01:00:00.001Z", ["53.02 2024-06 IKU-2 1/10"]),
        ("53.02", "2024-07-05T01:00:00.002Z", ["53.02 2024-06 IKU-2 2/10; IKU-4 1/200"]),
        ("53.02", "2024-08-05T01:00:00.000Z", ["!53.02 2024-06 IKU-2 3/10", "53.02 2024-07 IKU-2 4/10"]),
        ("53.02", "2024-08-06T01:00:00.000Z", ["?53.02 2024-07 IKU-2 5/10"]),
        ("53.71", "2024-08-06T01:00:00.000Z", ["53.71 2024-05 IKU-2 6/10", "53.71 2024-06 IKU-2 7/10", "53.71 2024-07 IKU-2 8/10"]),
        ("53.71", "2024-08-07T01:00:00.000Z", ["53.71 2024-07 IKU-2 9/10"]),
        ("53.71", "2024-08-08T01:00:00.000Z", ["bukan laporan"]),
        ("53", "2024-08-09T01:00:00.000Z", ["53.02 2024-07 IKU-2 10/10", "!53.71 2024-07 IKU-2 11/10"]),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_files_in_fifty_orders_delivered_twice_and_in_parallel_leave_identical_tables_and_receipts()
    {
        var expected = await StateAfterAsync(Enumerable.Range(0, Files.Length), atOnce: 1, faultEvery: 0);
        var random = new Random(Seed);

        for (var order = 0; order < Orders; order++)
        {
            var deliveries = Enumerable.Range(0, Files.Length).Concat(Enumerable.Range(0, Files.Length)).ToArray();
            random.Shuffle(deliveries);

            Assert.Equal(expected, await StateAfterAsync(deliveries, atOnce: 4, faultEvery: random.Next(5, 40)));
        }
    }

    /// <summary>Delivers files, by two instances of the app; a delivery that fails is repeated until it succeeds.</summary>
    private async Task<string> StateAfterAsync(IEnumerable<int> deliveries, int atOnce, int faultEvery)
    {
        var faults = new StorageFaults(request => faultEvery > 0 && request % faultEvery == 0 ? Fault.AnswerLost : Fault.None);
        await using var app = await Kiriman.AppAsync(azurite, builder => faults.Install(builder, retries: 0));
        await using var instance = Kiriman.Another(app);
        var names = new List<string>();
        foreach (var (folder, submittedAt, lines) in Files)
        {
            names.Add(await Kiriman.CollectAsync(app, folder, submittedAt, lines));
        }

        await Parallel.ForEachAsync(
            deliveries.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = Cancellation },
            async (delivery, _) => await DeliverUntilDoneAsync(delivery.Index % 2 == 0 ? app : instance, names[delivery.Item]));

        return await StoredState.ReadAsync(app, Cancellation);
    }

    private static async Task DeliverUntilDoneAsync(App app, string name)
    {
        while (true)
        {
            try
            {
                await Kiriman.DeliverAsync(app, name);
                return;
            }
            catch (Exception failure) when (StorageFailure.Is(failure))
            {
                // The host delivers again.
            }
        }
    }
}
