using Renstra.Transform.Indicators;
using Renstra.Transform.Reading.Identities;

namespace Renstra.Transform.Reading.Tables;

/// <summary>A column as its heading describes it.</summary>
/// <param name="Index">Zero-based.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Role">The component it is about; null where rows or other columns decide.</param>
/// <param name="Period">The period it is about, where the heading says so.</param>
/// <param name="Month">The month it is about, where the heading names one.</param>
/// <param name="IsNumeric">Whether the heading says outright that numbers stand here, as in <c>Angka pembilang</c>.</param>
/// <param name="Part">The code of the part whose numbers stand here; null where whole components stand.</param>
internal sealed record Column(int Index, ColumnKind Kind, ComponentRole? Role, PeriodWord? Period, MonthPart? Month, bool IsNumeric, string? Part = null);
