using Renstra.Transform.Reading.Identities;

namespace Renstra.Transform.Reading.Assembly;

/// <summary>What a workbook says, before it is decided which reports that makes.</summary>
/// <param name="Tables">The tables with at least one indicator, in the order of the workbook.</param>
/// <param name="Cover">What the labels of sheets without such a table say.</param>
/// <param name="Remarks">What is wrong or odd about tables and sheets.</param>
internal sealed record WorkbookContent(IReadOnlyList<IdentifiedTable> Tables, IdentityEvidence Cover, IReadOnlyList<Remark> Remarks);
