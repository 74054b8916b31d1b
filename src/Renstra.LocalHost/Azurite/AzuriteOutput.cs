using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Renstra.LocalHost.Azurite;

/// <summary>
/// What Azurite writes: first the addresses that it has chosen, then little. Both streams are read to their ends, or Azurite
/// would stop when the pipes are full.
/// </summary>
internal sealed partial class AzuriteOutput
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, Uri> _listening = [];
    private readonly TaskCompletionSource<AzuriteEndpoints> _endpoints = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _reading;
    private volatile string _lastError = "it did not say why";

    /// <param name="process">Azurite.</param>
    /// <param name="requests">Is told every request, if given.</param>
    public AzuriteOutput(Process process, StorageRequests? requests) =>
        _reading = Task.WhenAll(ReadOutputAsync(process.StandardOutput, requests), ReadErrorsAsync(process.StandardError));

    /// <summary>The addresses, once all three services listen.</summary>
    /// <exception cref="CannotStartException">Azurite ended before that, or took more than a minute.</exception>
    public async Task<AzuriteEndpoints> ReadEndpointsAsync(CancellationToken cancellation)
    {
        try
        {
            return await _endpoints.Task.WaitAsync(StartPatience, TimeProvider.System, cancellation);
        }
        catch (TimeoutException exception)
        {
            throw new CannotStartException("Azurite was started and did not listen within a minute.", exception);
        }
    }

    /// <summary>Completes when Azurite has closed both streams.</summary>
    public Task DrainedAsync() => _reading;

    [GeneratedRegex(@"^Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>http://\S+)$")]
    private static partial Regex Listening { get; }

    private async Task ReadOutputAsync(StreamReader output, StorageRequests? requests)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            requests?.Read(line);
            if (Listening.Match(line) is { Success: true } match)
            {
                _listening[match.Groups["service"].Value] = new Uri(match.Groups["address"].Value);
                if (_listening.Count == 3)
                {
                    _endpoints.TrySetResult(new AzuriteEndpoints(_listening["Blob"], _listening["Queue"], _listening["Table"]));
                }
            }
        }
    }

    private async Task ReadErrorsAsync(StreamReader errors)
    {
        while (await errors.ReadLineAsync() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                _lastError = line.Trim();
            }
        }

        _endpoints.TrySetException(new CannotStartException($"Azurite ended instead of listening: {_lastError}"));
    }
}
