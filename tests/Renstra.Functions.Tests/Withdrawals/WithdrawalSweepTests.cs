using Microsoft.Extensions.DependencyInjection;
using Renstra.Functions.Storage;
using Renstra.Functions.Tests.Ingestion;
using Renstra.Functions.Tests.Storage;
using Renstra.Functions.Withdrawals;
using Renstra.Testing.Azurite;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Tests.Withdrawals;

/// <summary>What stands depends on the files received and the list of withdrawals alone, whoever did what when.</summary>
public sealed class WithdrawalSweepTests(AzuriteFixture azurite)
{
    private const int Orders = 15;
    private const int Seed = 20240812;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_report_before_a_withdrawn_one_stands_again_and_gives_way_once_the_line_is_gone()
    {
        await using var app = await Kiriman.AppAsync(azurite);
        var earlier = await IngestAsync(app, "2024-08-01T01:00:00Z", "53.02 2024-07 IKU-2 1/10");
        var later = await IngestAsync(app, "2024-08-02T01:00:00Z", "53.02 2024-07 IKU-2 9/10");

        await WithdrawalList.PutAsync(app, later);
        await WithdrawalList.SweepAsync(app);
        var withdrawn = await Kiriman.StandingAsync(app, "53.02", "2024-07");
        await WithdrawalList.PutAsync(app);
        await WithdrawalList.SweepAsync(app);
        var restored = await Kiriman.StandingAsync(app, "53.02", "2024-07");

        Assert.Equal((earlier, later), (withdrawn, restored));
    }

    [Fact]
    public async Task Every_report_of_a_withdrawn_file_goes_and_where_nothing_was_before_nothing_stands()
    {
        await using var app = await Kiriman.AppAsync(azurite);
        var submission = await IngestAsync(app, "2024-08-02T01:00:00Z", "53.02 2024-06 IKU-2 1/10", "53.02 2024-07 IKU-2 2/10", "!53.03 2024-07 IKU-2 2/10");

        await WithdrawalList.PutAsync(app, submission);
        await WithdrawalList.SweepAsync(app);

        Assert.Null(await Kiriman.StandingAsync(app, "53.02", "2024-06"));
        Assert.Null(await Kiriman.StandingAsync(app, "53.02", "2024-07"));
    }

    [Fact]
    public async Task A_file_sent_after_the_withdrawal_stands()
    {
        await using var app = await Kiriman.AppAsync(azurite);
        var wrong = await IngestAsync(app, "2024-08-02T01:00:00Z", "53.02 2024-07 IKU-2 1/10");
        await WithdrawalList.PutAsync(app, wrong);
        await WithdrawalList.SweepAsync(app);

        var right = await IngestAsync(app, "2024-08-03T01:00:00Z", "53.02 2024-07 IKU-2 2/10");

        Assert.Equal(right, await Kiriman.StandingAsync(app, "53.02", "2024-07"));
    }

    [Fact]
    public async Task More_withdrawals_at_once_than_a_query_takes_conditions_all_take_effect()
    {
        await using var app = await Kiriman.AppAsync(azurite);
        var submissions = new List<SubmissionId>();
        foreach (var region in Enumerable.Range(1, 20))
        {
            submissions.Add(await IngestAsync(app, "2024-08-02T01:00:00Z", FormattableString.Invariant($"53.{region:00} 2024-07 IKU-2 1/10")));
        }

        await WithdrawalList.PutAsync(app, submissions);
        await WithdrawalList.SweepAsync(app);

        Assert.Empty(await app.Services.GetRequiredService<ReportStore>().CurrentAsync(Transform.Calendar.ReportingMonth.Parse("2024-07"), null, Cancellation));
    }

    [Fact]
    public async Task A_list_with_a_mistake_is_refused_whole_and_the_one_before_stays_in_force()
    {
        await using var app = await Kiriman.AppAsync(azurite);
        var one = await IngestAsync(app, "2024-08-01T01:00:00Z", "53.02 2024-07 IKU-2 1/10");
        var other = await IngestAsync(app, "2024-08-02T01:00:00Z", "53.03 2024-07 IKU-2 9/10");
        await WithdrawalList.PutAsync(app, one);
        await WithdrawalList.SweepAsync(app);

        await WithdrawalList.PutLinesAsync(app, $"{other},Salah,Maria Bria,12 Agustus 2024");
        await WithdrawalList.SweepAsync(app);

        Assert.Null(await Kiriman.StandingAsync(app, "53.02", "2024-07"));
        Assert.Equal(other, await Kiriman.StandingAsync(app, "53.03", "2024-07"));
    }

    [Fact]
    public async Task A_line_for_a_file_that_never_came_is_told_and_the_other_lines_take_effect()
    {
        await using var app = await Kiriman.AppAsync(azurite);
        var known = await IngestAsync(app, "2024-08-01T01:00:00Z", "53.02 2024-07 IKU-2 1/10");
        var mistyped = known with { Hash12 = "0123456789ab" };

        await WithdrawalList.PutAsync(app, known, mistyped);
        await WithdrawalList.SweepAsync(app);

        var (state, _) = await app.Services.GetRequiredService<WithdrawalRecord>().ReadAsync(Cancellation);
        Assert.Equal([mistyped], state.Unknown);
        Assert.Null(await Kiriman.StandingAsync(app, "53.02", "2024-07"));
    }

    [Fact]
    public async Task A_file_that_comes_after_its_line_never_stands_and_is_no_longer_told_of()
    {
        await using var app = await Kiriman.AppAsync(azurite);
        const string line = "53.02 2024-07 IKU-2 1/10";
        var name = Kiriman.Name("53.02", "2024-08-01T01:00:00Z", PlainText.File(line));
        var submission = Functions.Ingestion.SubmissionBlobName.Parse(name).Submission!.Value;
        await WithdrawalList.PutAsync(app, submission);
        await WithdrawalList.SweepAsync(app);

        await IngestAsync(app, "2024-08-01T01:00:00Z", line);
        await WithdrawalList.SweepAsync(app);

        var (state, _) = await app.Services.GetRequiredService<WithdrawalRecord>().ReadAsync(Cancellation);
        Assert.Empty(state.Unknown);
        Assert.Null(await Kiriman.StandingAsync(app, "53.02", "2024-07"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_read_the_withdrawals_before_they_changed_cannot_write_by_them(bool withdrawn)
    {
        await using var app = await Kiriman.AppAsync(azurite);
        await using var other = Kiriman.Another(app);
        var submission = await IngestAsync(app, "2024-08-01T01:00:00Z", "53.02 2024-07 IKU-2 1/10");
        var key = (await StandingReportsAsync(app)).Single().Key;
        await WithdrawalList.PutAsync(app, withdrawn ? [] : [submission]);
        await WithdrawalList.SweepAsync(app);
        var record = app.Services.GetRequiredService<WithdrawalRecord>();
        var asked = 0;

        // Between this one's reading of the withdrawals and its writing, the list changes and takes effect.
        await app.Services.GetRequiredService<ReportStore>().RewriteViewsAsync(
            [key],
            async cancellation =>
            {
                var before = await record.WithdrawnAsync(cancellation);
                if (asked++ == 0)
                {
                    await WithdrawalList.PutAsync(other, withdrawn ? [submission] : []);
                    await WithdrawalList.SweepAsync(other);
                }

                return before;
            },
            Cancellation);

        Assert.Equal(2, asked);
        Assert.Equal(withdrawn ? null : submission, await Kiriman.StandingAsync(app, "53.02", "2024-07"));
    }

    [Fact]
    public async Task With_nothing_changed_a_sweep_writes_nothing()
    {
        var faults = new StorageFaults(_ => Fault.None);
        await using var app = await Kiriman.AppAsync(azurite, builder => faults.Install(builder, retries: 0));
        var submission = await IngestAsync(app, "2024-08-01T01:00:00Z", "53.02 2024-07 IKU-2 1/10");
        await WithdrawalList.PutAsync(app, submission);
        await WithdrawalList.SweepAsync(app);
        var before = faults.Requests;

        await WithdrawalList.SweepAsync(app);

        // One listing tells that neither the list nor the record has changed.
        Assert.Equal(1, faults.Requests - before);
    }

    [Theory]
    [InlineData(Fault.Lost)]
    [InlineData(Fault.AnswerLost)]
    internal async Task Stopped_at_any_request_the_next_sweep_ends_in_the_same_state(Fault fault)
    {
        var (expected, requests) = await UninterruptedAsync();
        Assert.InRange(requests, 10, 60);

        for (var last = 0; last < requests; last++)
        {
            var stopAt = int.MaxValue;
            StorageFaults faults = null!;
            faults = new StorageFaults(request => request > stopAt ? Fault.Lost : request == stopAt ? fault : Fault.None);
            await using var app = await Kiriman.AppAsync(azurite, builder => faults.Install(builder, retries: 0));
            await PrepareAsync(app);
            stopAt = faults.Requests + last + 1;

            await Assert.ThrowsAnyAsync<Exception>(() => WithdrawalList.SweepAsync(app));
            await using var restarted = Kiriman.Another(app);
            await WithdrawalList.SweepAsync(restarted);

            Assert.Equal(expected, await StateAsync(restarted));
        }
    }

    [Fact]
    public async Task Files_and_lists_in_any_order_and_in_parallel_end_where_the_last_list_and_all_files_lead()
    {
        string[][] files =
        [
            ["2024-08-01T01:00:00Z", "53.02 2024-06 IKU-2 1/10", "53.02 2024-07 IKU-2 1/10"],
            ["2024-08-02T01:00:00Z", "53.02 2024-07 IKU-2 2/10"],
            ["2024-08-03T01:00:00Z", "53.02 2024-07 IKU-2 3/10"],
            ["2024-08-04T01:00:00Z", "!53.02 2024-07 IKU-2 4/10", "53.02 2024-06 IKU-2 4/10"],
        ];
        var random = new Random(Seed);
        for (var order = 0; order < Orders; order++)
        {
            var faultEvery = random.Next(40, 90);
            var faults = new StorageFaults(request => request % faultEvery == 0 ? Fault.AnswerLost : Fault.None);
            await using var app = await Kiriman.AppAsync(azurite, builder => faults.Install(builder, retries: 0));
            await using var instance = Kiriman.Another(app);
            var names = new List<string>();
            foreach (var file in files)
            {
                names.Add(await Kiriman.CollectAsync(app, "53.02", file[0], file[1..]));
            }

            var submissions = names.ConvertAll(name => Functions.Ingestion.SubmissionBlobName.Parse(name).Submission!.Value);
            var steps = names.Concat(names).Concat(Enumerable.Repeat("", 4)).ToArray();
            random.Shuffle(steps);

            // The last list withdraws the third file and the fourth; those before withdraw anything.
            await Parallel.ForEachAsync(steps.Index(), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancellation }, async (step, _) =>
            {
                var own = step.Index % 2 == 0 ? app : instance;
                await UntilDoneAsync(async () =>
                {
                    if (step.Item.Length > 0)
                    {
                        await Kiriman.DeliverAsync(own, step.Item);
                        return;
                    }

                    await WithdrawalList.PutAsync(own, submissions.Where((_, file) => (step.Index & (1 << file)) != 0));
                    await WithdrawalList.SweepAsync(own);
                });
            });
            await WithdrawalList.PutAsync(app, submissions[2], submissions[3]);
            await UntilDoneAsync(() => WithdrawalList.SweepAsync(app));

            await using var reader = App.On(app.Account, TimeProvider.System);
            Assert.Equal(submissions[1], await Kiriman.StandingAsync(reader, "53.02", "2024-07"));
            Assert.Equal(submissions[0], await Kiriman.StandingAsync(reader, "53.02", "2024-06"));
        }
    }

    private static async Task UntilDoneAsync(Func<Task> step)
    {
        while (true)
        {
            try
            {
                await step();
                return;
            }
            catch (Exception failure) when (StorageFailure.Is(failure))
            {
                // The host runs it again.
            }
        }
    }

    private static async Task<SubmissionId> IngestAsync(App app, string submittedAt, params IEnumerable<string> lines)
    {
        var folder = lines.First().TrimStart('!')[..5];
        return (await Kiriman.DeliverAsync(app, await Kiriman.CollectAsync(app, folder, submittedAt, lines)))!.Id;
    }

    private static Task<IReadOnlyList<StoredReport>> StandingReportsAsync(App app) =>
        app.Services.GetRequiredService<ReportStore>().CurrentAsync(Transform.Calendar.ReportingMonth.Parse("2024-07"), null, Cancellation);

    private static async Task<string> StateAsync(App app)
    {
        var (state, _) = await app.Services.GetRequiredService<WithdrawalRecord>().ReadAsync(Cancellation);
        return $"{string.Join(' ', state.Withdrawn)}|{string.Join(' ', state.Pending)}|{string.Join(' ', state.Unknown)}\n{await StoredState.ReadAsync(app, Cancellation)}";
    }

    private async Task<(string State, int Requests)> UninterruptedAsync()
    {
        var faults = new StorageFaults(_ => Fault.None);
        await using var app = await Kiriman.AppAsync(azurite, builder => faults.Install(builder, retries: 0));
        await PrepareAsync(app);
        var before = faults.Requests;
        await WithdrawalList.SweepAsync(app);
        var requests = faults.Requests - before;
        return (await StateAsync(app), requests);
    }

    /// <summary>One withdrawal that holds and is to be lifted, and a new one of a file with two reports.</summary>
    private static async Task PrepareAsync(App app)
    {
        await using var instance = Kiriman.Another(app);
        await IngestAsync(instance, "2024-08-01T01:00:00Z", "53.02 2024-06 IKU-2 1/10");
        var later = await IngestAsync(instance, "2024-08-02T01:00:00Z", "53.02 2024-06 IKU-2 2/10", "53.02 2024-07 IKU-2 2/10");
        var lifted = await IngestAsync(instance, "2024-08-03T01:00:00Z", "53.03 2024-07 IKU-2 3/10");
        await WithdrawalList.PutAsync(instance, lifted);
        await WithdrawalList.SweepAsync(instance);
        await WithdrawalList.PutAsync(instance, later);
    }
}
