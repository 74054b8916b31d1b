namespace Renstra.Testing;

/// <summary>What another program does, and what this one is never told.</summary>
public static class Foreign
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits, by looking again and again, until another process has come so far. What happens in this one tells by itself.</summary>
    public static async Task UntilAsync(Func<bool> condition, CancellationToken cancellation)
    {
        while (!condition())
        {
            await PauseAsync(BetweenLooks, cancellation);
        }
    }

    /// <summary>Lets time go by for another process, which goes by a clock of its own.</summary>
#pragma warning disable RS0030 // Here alone.
    public static Task PauseAsync(TimeSpan time, CancellationToken cancellation) => Task.Delay(time, TimeProvider.System, cancellation);
#pragma warning restore RS0030
}
