using System.Globalization;
using Renstra.SampleData.Writing;
using Renstra.Transform.Calendar;

namespace Renstra.SampleData.Story;

/// <summary>One time that an office sent a file about a month.</summary>
/// <param name="SentAt">When, on the WITA clock: <c>yyyy-MM-dd HH:mm</c>.</param>
/// <param name="Note">What is special about it, in Indonesian.</param>
internal sealed record Episode(string SentAt, string Note)
{
    /// <summary>What the office added to the usual name of its file.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>Whether the province sent it for the office.</summary>
    public bool IsFromProvince { get; init; }

    /// <summary>How the numbers that were written differ from what was the case.</summary>
    public Miswriting Wrote { get; init; } = figures => figures;

    /// <summary>What was done to the cells that no number cell of the official form allows.</summary>
    public Action<IReportCells>? Damage { get; init; }

    /// <summary>The codes of the mistakes that return the report, with semicolons between; null when it is accepted.</summary>
    public string? ReturnedFor { get; init; }

    public DateTimeOffset Moment =>
        new(DateTime.ParseExact(SentAt, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), Wita.Offset);
}
