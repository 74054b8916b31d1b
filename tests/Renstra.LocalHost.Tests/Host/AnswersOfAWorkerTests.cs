using System.Globalization;
using System.Net;
using System.Reflection;
using Renstra.LocalHost.Host;
using Renstra.LocalHost.Host.Worker;

namespace Renstra.LocalHost.Tests.Host;

/// <summary>Answers on their way through a genuine worker's process and the played host.</summary>
public sealed class AnswersOfAWorkerTests
{
    private static readonly string Program = typeof(AnswersOfAWorkerTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "TestWorkerProgram").Value!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task A_hundred_megabytes_are_kept_whole_neither_by_the_worker_nor_by_the_host()
    {
        const long size = 100L << 20;
        const long asked = 1L << 20;
        var processes = new List<WorkerProcess>();
        await using var host = await StartAsync(processes);
        using var client = new HttpClient { BaseAddress = host.Address };
        var sentBefore = await SentAsync(client);
        var peakBefore = PeakMemoryOf(processes.Single());

        await using var answer = await client.GetStreamAsync("stream", Cancellation);
        var piece = new byte[64 << 10];
        var (received, mostAhead) = (0L, 0L);
        for (int read; (read = await answer.ReadAsync(piece, Cancellation)) > 0;)
        {
            // A slow reader: what the worker has sent is asked for now and then, and what has not arrived lies between the two.
            if (received / asked != (received += read) / asked)
            {
                mostAhead = Math.Max(mostAhead, await SentAsync(client) - received);
            }
        }

        Assert.Equal(0, sentBefore);
        Assert.Equal(size, received);
        Assert.InRange(mostAhead, 1, size / 4);
        if (peakBefore is { } before)
        {
            Assert.InRange(PeakMemoryOf(processes.Single())!.Value - before, 0, size * 6 / 10);
        }
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task A_function_that_throws_before_the_first_byte_is_a_500()
    {
        await using var host = await StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };

        using var response = await client.GetAsync("throw", Cancellation);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.False(response.Headers.Contains("X-Half"));
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory(Timeout = Patience.Milliseconds)]
    [InlineData("break")]
    [InlineData("throw-late")]
    public async Task An_answer_that_is_given_up_or_fails_after_the_first_byte_is_a_broken_connection(string target)
    {
        await using var host = await StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };

        using var response = await client.GetAsync(target, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var go = await client.GetAsync("go", Cancellation);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (response.StatusCode, go.StatusCode));
        await Assert.ThrowsAnyAsync<Exception>(() => response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    private static Task<FunctionsHost> StartAsync(List<WorkerProcess>? started = null)
    {
        var app = new WorkerApp(Program, new Dictionary<string, string>());
        return FunctionsHost.StartAsync(
            new FunctionsHostOptions
            {
                AppFolder = app.Folder,
                Settings = app.Settings,
                StartWorker = start =>
                {
                    var process = WorkerProcess.Start(app, start);
                    started?.Add(process);
                    return process;
                },
                Port = 0,
            },
            Cancellation);
    }

    private static async Task<long> SentAsync(HttpClient client) =>
        long.Parse(await client.GetStringAsync("sent", Cancellation), CultureInfo.InvariantCulture);

    /// <summary>The most memory that it has ever had at once, in bytes; null where the system does not tell.</summary>
    private static long? PeakMemoryOf(WorkerProcess process)
    {
        var status = FormattableString.Invariant($"/proc/{process.Id}/status");
        return !File.Exists(status)
            ? null
            : File.ReadLines(status).Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
                .Select(line => long.Parse(line["VmHWM:".Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) << 10)
                .Single();
    }
}
