using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Renstra.Testing;

[assembly: AssemblyFixture(typeof(Renstra.Dashboard.Tests.Browser))]

namespace Renstra.Dashboard.Tests;

/// <summary>
/// A real Chromium, started once for all tests. Where there is none a test is skipped and says what to install; on CI it fails, so that
/// nothing goes untested unseen.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    private static readonly string? Executable = Environment.GetEnvironmentVariable("RENSTRA_CHROMIUM") ?? Places.FirstOrDefault(File.Exists);

    /// <summary>No test passes or fails by how long a page takes; this ends one that never comes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _profile = new();
    private readonly ConcurrentBag<IPage> _idle = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Executable is null)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", $"--disk-cache-dir={_profile.Path}",
            ],
        });
    }

    /// <summary>Opens a view in a window that nobody else looks at, signed in, and waits until its figures are shown.</summary>
    /// <param name="year">Whose dashboard.</param>
    /// <param name="view">The address below <c>/dasbor/</c>.</param>
    /// <param name="width">Of the window, in CSS pixels.</param>
    /// <param name="prepare">Done before the page is opened, such as standing in for the feed.</param>
    public async Task<View> OpenAsync(SampleYear year, string view, int width = 1440, Func<IPage, Task>? prepare = null)
    {
        if (_browser is null)
        {
            const string Advice = "There is no Chromium here: install it (Debian: apt-get install chromium) or name one in RENSTRA_CHROMIUM.";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") is "true", Advice);
            Assert.Fail(Advice);
        }

        // A new window costs the browser four seconds of processor time, a view in an old one a half. What was prepared is nobody else's.
        if (prepare is not null || !_idle.TryTake(out var page))
        {
            page = await OpenWindowAsync(year);
        }

        await page.SetViewportSizeAsync(width, 900);
        var opened = new View(page, prepare is null ? _idle.Add : null);
        if (prepare is not null)
        {
            await prepare(page);
        }

        await page.GotoAsync(view.Length == 0 ? "./" : view);
        await opened.ShownAsync();
        return opened;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        _profile.Dispose();
    }

    private async Task<IPage> OpenWindowAsync(SampleYear year)
    {
        var window = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = new Uri(year.Address, "dasbor/").AbsoluteUri,
            HttpCredentials = new HttpCredentials { Username = "penguji", Password = year.Key },
            AcceptDownloads = true,
        });
        window.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        return await window.NewPageAsync();
    }
}

/// <summary>A view in its window, and what the browser complained about in it.</summary>
public sealed class View : IAsyncDisposable
{
    private static readonly Lazy<string> Axe = new(() => new BundledAxeScriptProvider().GetScript());

    private readonly Action<IPage>? _giveBack;
    private readonly ConcurrentQueue<string> _complaints = new();

    /// <param name="page">The window, which shows nothing yet that is asked for.</param>
    /// <param name="giveBack">Takes the window when it is no longer needed; null closes it.</param>
    internal View(IPage page, Action<IPage>? giveBack)
    {
        Page = page;
        _giveBack = giveBack;
        page.Console += Hear;
        page.PageError += Keep;
    }

    public IPage Page { get; }

    /// <summary>Errors, and what the content policy refused; a request that the feed refused is among them.</summary>
    public IReadOnlyList<string> Complaints => [.. _complaints];

    /// <summary>The main heading.</summary>
    public Task<string> HeadingAsync() => Page.Locator("h1").InnerTextAsync();

    /// <summary>The rules of accessibility that the view breaks, each with where it does, as axe finds them.</summary>
    public async Task<IReadOnlyList<string>> BrokenRulesAsync()
    {
        // Within the page: axe's own package opens a second one to gather what frames say, and there are no frames here.
        await Page.EvaluateAsync(Axe.Value);
        var found = await Page.EvaluateAsync<AxeFindings>(
            """
            async () => {
                const found = await axe.run(document);
                return { passed: found.passes.length, broken: found.violations.map((each) => `${each.id}: ${each.help}: ${each.nodes.slice(0, 3).map((node) => node.html).join(' ; ')}`) };
            }
            """);
        Assert.NotEqual(0, found.Passed);
        return found.Broken;
    }

    /// <summary>Waits until what was asked for is shown.</summary>
    public Task ShownAsync() => Page.Locator("main[aria-busy=false]").WaitForAsync();

    /// <summary>Does something that leads to another view, and waits for it.</summary>
    public async Task LeadAsync(Func<Task> act)
    {
        var before = await Page.Locator("main").GetAttributeAsync("data-tampil");
        await act();
        await Page.Locator($"main[aria-busy=false]:not([data-tampil='{before}'])").WaitForAsync();
    }

    /// <summary>The rows of a table by its id: each shown cell's text under its column's name.</summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> RowsAsync(string id)
    {
        var rows = await Page.EvaluateAsync<string[][][]>(
            """
            (id) => [...document.querySelectorAll(`#${id} tbody tr`)].map((row) => [...row.children].map((cell) => {
                const shown = cell.cloneNode(true);
                shown.querySelectorAll('[aria-hidden=true], .terucap').forEach((each) => each.remove());
                shown.querySelectorAll('small, .baris').forEach((each) => each.prepend('\n'));
                return [cell.dataset.kolom, shown.textContent];
            }))
            """,
            id);
        return [.. rows.Select(row => row.ToDictionary(cell => cell[0], cell => cell[1], StringComparer.Ordinal))];
    }

    public async ValueTask DisposeAsync()
    {
        Page.Console -= Hear;
        Page.PageError -= Keep;
        if (_giveBack is null)
        {
            await Page.Context.CloseAsync();
            return;
        }

        // From one view to the next the browser keeps the process of the page; an empty page in between would cost another.
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Null });
        _giveBack(Page);
    }

    private void Hear(object? sender, IConsoleMessage message)
    {
        if (message.Type is "error" or "warning")
        {
            _complaints.Enqueue(message.Text);
        }
    }

    private void Keep(object? sender, string error) => _complaints.Enqueue(error);

    private sealed record AxeFindings
    {
        public int Passed { get; set; }

        public string[] Broken { get; set; } = [];
    }
}
