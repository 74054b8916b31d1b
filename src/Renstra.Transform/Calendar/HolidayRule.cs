namespace Renstra.Transform.Calendar;

/// <summary>What becomes of a due day on which offices do not work.</summary>
public enum HolidayRule
{
    /// <summary>It stays: reports can be handed in on any day.</summary>
    Tetap,

    /// <summary>It moves to the next day that is neither Saturday, Sunday nor a holiday.</summary>
    HariKerjaBerikutnya,
}
