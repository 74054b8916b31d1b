namespace Renstra.Transform.Reading.Tables;

/// <summary>Which period a number is about, where a heading or a row says so.</summary>
internal enum PeriodWord
{
    /// <summary>The month alone.</summary>
    ThisMonth,

    /// <summary>January through the month.</summary>
    ToDate,

    /// <summary>The state at the month's end.</summary>
    Position,
}
