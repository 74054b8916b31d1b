using Renstra.Transform.Reports.Amounts;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reports.Tables;

/// <summary>The cell that holds a component's amount.</summary>
/// <param name="Reading">What was understood.</param>
/// <param name="Cell">The cell; blank when nothing is filled in.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="IsHidden">Whether its row or column is hidden.</param>
internal sealed record AmountCell(AmountReading Reading, Cell Cell, Place Place, bool IsHidden);
