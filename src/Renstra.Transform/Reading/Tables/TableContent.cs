namespace Renstra.Transform.Reading.Tables;

/// <summary>What was read from a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Entries">What it says of indicators, row by row.</param>
/// <param name="Remarks">What is wrong or odd about rows that give no entry.</param>
internal sealed record TableContent(Table Table, IReadOnlyList<IndicatorEntry> Entries, IReadOnlyList<Remark> Remarks);
