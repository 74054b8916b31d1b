using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Renstra.Functions.Feed;
using Renstra.Functions.Storage;
using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;

namespace Renstra.Functions.Tests.Feed;

/// <summary>The feed on a real port over an empty storage account, on 15 May 2024 unless a test moves its clock.</summary>
internal sealed class FeedApp : IAsyncDisposable
{
    public const string Key = "kunci-uji-yang-panjang";

    private readonly WebApplication _app;

    private FeedApp(WebApplication app, StorageRequests requests, FakeTimeProvider clock, LogLines log)
    {
        _app = app;
        StorageRequests = requests;
        Clock = clock;
        Log = log;
        Address = new Uri(app.Urls.Single());
        Client = new HttpClient { BaseAddress = new Uri(Address, "/odata/") };
        Client.DefaultRequestHeaders.Add("x-functions-key", Key);
        Data = new FeedData(app.Services);
    }

    /// <summary>Where the app listens, without <c>/odata</c>.</summary>
    public Uri Address { get; }

    /// <summary>A client that brings the key; addresses are relative to the feed's root.</summary>
    public HttpClient Client { get; }

    /// <summary>What the feed is read from.</summary>
    public FeedData Data { get; }

    public StorageRequests StorageRequests { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>Everything that the app has logged.</summary>
    public LogLines Log { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<FeedApp> StartAsync(AzuriteFixture azurite, Action<IDictionary<string, string?>>? configure = null, HttpPipelinePolicy? fault = null)
    {
        var storage = await azurite.NewAccountAsync(TestContext.Current.CancellationToken);
        var requests = new StorageRequests();
        var clock = new FakeTimeProvider(Wita.At(new DateOnly(2024, 5, 15), new TimeOnly(9, 0)));
        var settings = new Dictionary<string, string?>
        {
            [StorageNames.Connection] = storage.ConnectionString,
            ["Renstra:Feed:KeyHashes:0"] = HashOf(Key),

            // What a test has just written is what it wants to read, and its clock stands still.
            ["Renstra:Feed:Freshness"] = "00:00:00",
        };
        configure?.Invoke(settings);

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        var log = new LogLines();
        builder.Logging.AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.AddRenstra();
        builder.Services.PostConfigureAll<TableClientOptions>(options => options.AddPolicy(requests, HttpPipelinePosition.PerCall));
        if (fault is not null)
        {
            builder.Services.PostConfigureAll<TableClientOptions>(options => options.AddPolicy(fault, HttpPipelinePosition.PerCall));
        }

        var app = builder.Build();
        app.Map("/odata/{**path}", app.Services.GetRequiredService<FeedHandler>().InvokeAsync);
        await app.Services.GetRequiredService<StorageClients>().CreateAsync(TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new FeedApp(app, requests, clock, log);
    }

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>The rows of one page.</summary>
    public async Task<IReadOnlyList<JsonElement>> RowsAsync(string address) =>
        [.. (await JsonAsync(address)).GetProperty("value").EnumerateArray()];

    /// <summary>An answer, which must be 200.</summary>
    public async Task<JsonElement> JsonAsync(string address, string? prefer = null)
    {
        using var response = await SendAsync(address, prefer);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{address} answered {(int)response.StatusCode}: {body} {string.Join(Environment.NewLine, Log.Lines.Where(line => line.Contains("Exception", StringComparison.Ordinal)))}");
        return JsonDocument.Parse(body).RootElement;
    }

    public async Task<HttpResponseMessage> SendAsync(string address, string? prefer = null, HttpMethod? method = null, MediaTypeWithQualityHeaderValue? accept = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        if (prefer is not null)
        {
            request.Headers.Add("Prefer", prefer);
        }

        if (accept is not null)
        {
            request.Headers.Accept.Add(accept);
        }

        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
