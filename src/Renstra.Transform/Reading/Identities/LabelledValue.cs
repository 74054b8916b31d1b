using Renstra.Transform.Regions;
using Renstra.Transform.Reports;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading.Identities;

/// <summary>What stands behind a label.</summary>
/// <param name="IsRegion">Whether the label asks for a region; otherwise for a month or a year.</param>
/// <param name="Level">The only level that the label allows; null for kabupaten and kota alike.</param>
/// <param name="Cell">The value.</param>
/// <param name="Place">Where the value stands; the label's own cell when both are in one.</param>
internal sealed record LabelledValue(bool IsRegion, RegionLevel? Level, Cell Cell, Place Place);

/// <summary>A label, and what stands behind it.</summary>
/// <param name="IsRegion">Whether the label asks for a region; otherwise for a month or a year.</param>
/// <param name="Level">The only level that the label allows; null for kabupaten and kota alike.</param>
/// <param name="Label">Where the label stands.</param>
/// <param name="Value">The value; null when nothing is filled in.</param>
internal sealed record LabelledEntry(bool IsRegion, RegionLevel? Level, Place Label, LabelledValue? Value);
