namespace Renstra.Transform.Reading;

/// <summary>How much of what is found in a submission is kept, and what is too large to be believed.</summary>
public sealed record ReadingLimits
{
    /// <summary>The limits that hold unless something else is configured.</summary>
    public static ReadingLimits Default { get; } = new();

    /// <summary>Findings kept of one submission: 1 to 10,000, default 200. Kesalahan are kept before Peringatan; all are counted.</summary>
    public int MaxFindings { get; init => field = (int)Within(value, 1, 10_000); } = 200;

    /// <summary>Characters kept of what a cell holds: 10 to 32,767, default 200.</summary>
    public int MaxRawCharacters { get; init => field = (int)Within(value, 10, 32_767); } = 200;

    /// <summary>The largest amount that is believed, in a component's unit: default 999,999,999; the province has under six million people.</summary>
    public long MaxAmount { get; init => field = Within(value, 1, long.MaxValue); } = 999_999_999;

    private static long Within(long value, long least, long most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most);
        return value;
    }
}
