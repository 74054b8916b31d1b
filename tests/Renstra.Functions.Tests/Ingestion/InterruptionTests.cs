using Renstra.Functions.Tests.Storage;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Ingestion;

/// <summary>Ingestion may be stopped between any two requests to storage, or in the middle of one. Delivered again, the file ends as if nothing had happened.</summary>
public sealed class InterruptionTests(AzuriteFixture azurite)
{
    private const string Folder = "53.02";
    private const string SubmittedAt = "2024-08-05T01:00:00.123Z";

    /// <summary>Two reports that stand, one of them a revision, one that is returned, and findings: every kind of write.</summary>
    private static readonly string[] Lines =
        ["53.02 2024-05 IKU-2 1/3", "?53.02 2024-06 IKU-2 2/3; IKU-4 5/200", "!53.02 2024-07 IKU-2 3/3"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Fault.Lost)]
    [InlineData(Fault.AnswerLost)]
    internal async Task Stopped_at_any_request_and_delivered_again_it_ends_in_the_same_state(Fault fault)
    {
        var (expected, requests) = await UninterruptedAsync();
        Assert.InRange(requests, 10, 100);

        for (var last = 0; last < requests; last++)
        {
            var stopAt = int.MaxValue;
            StorageFaults faults = null!;
            faults = new StorageFaults(request => request > stopAt ? Fault.Lost : request == stopAt ? fault : Fault.None);
            await using var app = await Kiriman.AppAsync(azurite, builder => faults.Install(builder, retries: 0));
            var name = await PrepareAsync(app);
            stopAt = faults.Requests + last + 1;

            await Assert.ThrowsAnyAsync<Exception>(() => Kiriman.DeliverAsync(app, name));
            await using var restarted = Kiriman.Another(app);
            await Kiriman.DeliverAsync(restarted, name);

            Assert.Equal(expected, await StoredState.ReadAsync(app, Cancellation));
        }
    }

    [Theory]
    [InlineData(Fault.Lost)]
    [InlineData(Fault.AnswerLost)]
    internal async Task A_file_about_many_regions_stopped_at_any_request_ends_in_the_same_state_too(Fault fault)
    {
        string[] lines = ["53.01 2024-07 IKU-2 1/3", "53.02 2024-07 IKU-2 2/3", "!53.03 2024-07 IKU-2 3/3", "53.04 2024-07 IKU-2 3/4", "53.01 2024-06 IKU-2 5/6"];
        string expected;
        int requests;
        await using (var undisturbed = await Kiriman.AppAsync(azurite))
        {
            var counted = new StorageFaults(_ => Fault.None);
            await using var counting = Kiriman.Another(undisturbed, builder => counted.Install(builder, retries: 0));
            await Kiriman.DeliverAsync(counting, await Kiriman.CollectAsync(undisturbed, "53", SubmittedAt, lines));
            (expected, requests) = (await StoredState.ReadAsync(undisturbed, Cancellation), counted.Requests);
        }

        // Reports about one month are added together, and their views written together.
        Assert.InRange(requests, 10, 22);
        for (var last = 0; last < requests; last++)
        {
            var stopAt = last + 1;
            var faults = new StorageFaults(request => request > stopAt ? Fault.Lost : request == stopAt ? fault : Fault.None);
            await using var app = await Kiriman.AppAsync(azurite, builder => faults.Install(builder, retries: 0));
            var name = await Kiriman.CollectAsync(app, "53", SubmittedAt, lines);

            await Assert.ThrowsAnyAsync<Exception>(() => Kiriman.DeliverAsync(app, name));
            await using var restarted = Kiriman.Another(app);
            await Kiriman.DeliverAsync(restarted, name);

            Assert.Equal(expected, await StoredState.ReadAsync(app, Cancellation));
        }
    }

    [Fact]
    public async Task Requests_that_fail_now_and_then_are_waited_out()
    {
        var (expected, _) = await UninterruptedAsync();
        var faults = new StorageFaults(request => (request % 5) switch { 0 => Fault.None, 1 => Fault.Lost, 2 => Fault.AnswerLost, _ => Fault.Busy });

        // Requests side by side take each other's turns, so that one of them may need more tries than five.
        await using var app = await Kiriman.AppAsync(azurite, builder => faults.Install(builder, retries: 20));
        var name = await PrepareAsync(app);

        await Kiriman.DeliverAsync(app, name);

        Assert.Equal(expected, await StoredState.ReadAsync(app, Cancellation));
    }

    private async Task<(string State, int Requests)> UninterruptedAsync()
    {
        var faults = new StorageFaults(_ => Fault.None);
        await using var app = await Kiriman.AppAsync(azurite, builder => faults.Install(builder, retries: 0));
        var name = await PrepareAsync(app);
        var before = faults.Requests;
        await Kiriman.DeliverAsync(app, name);
        return (await StoredState.ReadAsync(app, Cancellation), faults.Requests - before);
    }

    /// <summary>Puts the file into a storage in which an earlier one of the same month stands already.</summary>
    private static async Task<string> PrepareAsync(App app)
    {
        var earlier = await Kiriman.CollectAsync(app, Folder, "2024-07-05T01:00:00Z", "53.02 2024-06 IKU-2 9/9");
        await using var instance = Kiriman.Another(app);
        await Kiriman.DeliverAsync(instance, earlier);
        return await Kiriman.CollectAsync(app, Folder, SubmittedAt, Lines);
    }
}
