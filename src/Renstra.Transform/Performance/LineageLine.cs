using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Performance;

/// <summary>An amount that a year-to-date figure consists of, and the cell it was read from.</summary>
/// <param name="Region">The region of the row.</param>
/// <param name="Indicator">The indicator of the row.</param>
/// <param name="Role">Whether it is part of the numerator or of the denominator.</param>
/// <param name="ReportedMonth">The month that it was reported about.</param>
/// <param name="Amount">The amount, the cell, and what the office wrote there.</param>
/// <param name="Submission">The submission it came in.</param>
public sealed record LineageLine(
    RegionCode Region, IndicatorCode Indicator, ComponentRole Role, ReportingMonth ReportedMonth, ComponentAmount Amount, SubmissionId Submission);
