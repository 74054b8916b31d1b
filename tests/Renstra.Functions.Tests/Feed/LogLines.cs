using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Renstra.Functions.Tests.Feed;

/// <summary>Keeps what is logged.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentQueue<(LogLevel, string)> _entries = new();

    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>The lines with their levels, scopes left out.</summary>
    public IReadOnlyCollection<(LogLevel Level, string Line)> Entries => _entries;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _lines.Enqueue($"{state}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Keep(logLevel, $"{formatter(state, exception)} {exception}");

    private void Keep(LogLevel level, string line)
    {
        _lines.Enqueue(line);
        _entries.Enqueue((level, line));
    }

    public void Dispose()
    {
    }
}
