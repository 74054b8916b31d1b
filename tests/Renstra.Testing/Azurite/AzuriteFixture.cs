using Renstra.LocalHost.Azurite;

namespace Renstra.Testing.Azurite;

/// <summary>
/// One real Azurite per test process, in memory, started when the first test asks for an account. Tables and containers have
/// fixed names in this product, so every test takes an account of its own.
/// </summary>
/// <remarks>
/// A test project declares it once, <c>[assembly: AssemblyFixture(typeof(AzuriteFixture))]</c>, and test classes take it in
/// their constructor.
/// </remarks>
public sealed class AzuriteFixture : IAsyncDisposable
{
    /// <summary>How many accounts one test process may take. Azurite wants them all declared at its start, in one environment variable.</summary>
    public const int AccountLimit = 1_600;

    private static readonly AzuriteAccount[] Accounts =
        [.. Enumerable.Range(0, AccountLimit).Select(i => AzuriteAccount.Named(FormattableString.Invariant($"test{i:000}")))];

    private readonly Lock _starting = new();
    private Task<AzuriteServer>? _server;
    private int _taken;

    /// <summary>An empty storage account that no other test of this process has.</summary>
    /// <exception cref="InvalidOperationException">All <see cref="AccountLimit"/> accounts are taken.</exception>
    public async Task<TestStorage> NewAccountAsync(CancellationToken cancellation)
    {
        var next = Interlocked.Increment(ref _taken) - 1;
        if (next >= AccountLimit)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"This test process has taken all {AccountLimit} storage accounts: raise {nameof(AzuriteFixture)}.{nameof(AccountLimit)}."));
        }

        var server = await ServerAsync().WaitAsync(cancellation);

        return new TestStorage(Accounts[next], server.Endpoints);
    }

    /// <summary>Stops Azurite, if it was started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await using var server = await _server;
        }
    }

    private Task<AzuriteServer> ServerAsync()
    {
        lock (_starting)
        {
            // Not the asking test's token: the others wait for the same server.
            return _server ??= AzuriteServer.StartAsync(AzuriteInstallation.ForThisUser, Accounts, location: null, CancellationToken.None);
        }
    }
}
