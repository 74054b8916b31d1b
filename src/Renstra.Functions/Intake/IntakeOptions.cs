using System.ComponentModel.DataAnnotations;
using Renstra.Transform.Calendar;

namespace Renstra.Functions.Intake;

/// <summary>How the shared folder is collected: section <c>Renstra:Intake</c>.</summary>
internal sealed class IntakeOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Renstra:Intake";

    /// <summary>The shared folder. Without one nothing is collected or delivered; files still arrive in <c>kiriman</c> directly.</summary>
    public string? SharedFolder { get; set; }

    /// <summary>How long a file must have lain unmodified before it counts as finished. Default 60 s, as long as an hour.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Settling { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a file is then watched; it is taken only if its size and time stay. Default 5 s, as long as a minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Watching { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How old a file in <c>kiriman</c> must be before the sweep ingests it itself. Default 10 minutes, from one minute to a day.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan SweepAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// For how long something may wait (a file that cannot be read, a receipt that cannot be delivered) before that is worth a warning. Default
    /// an hour, from a minute to a week.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan WarnAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How many months back the sweep and the delivery of receipts look. Default 3, from 1 to 24.</summary>
    [Range(1, 24)]
    public int MonthsBack { get; set; } = 3;

    /// <summary>The months (WITA) that the sweep and the delivery of receipts look at, this one first.</summary>
    public IEnumerable<ReportingMonth> RecentMonths(TimeProvider clock)
    {
        var now = Wita.MonthOf(clock.GetUtcNow());
        return Enumerable.Range(0, MonthsBack + 1).Select(back => now.AddMonths(-back));
    }
}
