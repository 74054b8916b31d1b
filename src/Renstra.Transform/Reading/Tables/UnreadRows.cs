using Renstra.Transform.Reports;

namespace Renstra.Transform.Reading.Tables;

/// <summary>The rows of a table that gave no entry, and what is worth saying about them.</summary>
internal sealed class UnreadRows(Table table, TableColumns columns)
{
    private readonly List<(RowSubject Subject, bool HasNumber)> _rows = [];

    public void Add(int row, RowSubject subject)
    {
        if (subject.Kind is RowKind.Unknown or RowKind.Unclear or RowKind.Part)
        {
            _rows.Add((subject, HasNumber(row)));
        }
    }

    /// <summary>Whether a number column of the row has a number in it.</summary>
    public bool HasNumber(int row) => columns.HasNumber(table, row);

    /// <summary>
    /// What to say once all rows are read. A row without numbers is a heading or a note and worth no word. A row like an indicator that
    /// has a row of its own is a row about something else.
    /// </summary>
    public IEnumerable<Remark> Remarks(IReadOnlyList<IndicatorEntry> entries)
    {
        var read = entries.Where(entry => entry.IsAttempted).Select(entry => entry.Indicator).ToHashSet();
        foreach (var (subject, hasNumber) in _rows)
        {
            if (subject.Remark is { } remark)
            {
                yield return remark;
            }
            else if (subject.Candidates.Any(candidate => !read.Contains(candidate)))
            {
                yield return new Remark(
                    FindingCodes.IndicatorUnclear, FindingTexts.IndicatorUnclear(subject.Place, subject.Raw, subject.Candidates), subject.Place, subject.Raw)
                {
                    Candidates = [.. subject.Candidates.Select(candidate => candidate.Code)],
                };
            }
            else if (hasNumber && subject.Kind == RowKind.Part)
            {
                yield return new Remark(FindingCodes.PartUnplaced, FindingTexts.PartUnplaced(subject.Place, subject.Raw), subject.Place, subject.Raw);
            }
            else if (hasNumber)
            {
                yield return new Remark(FindingCodes.RowUnknown, FindingTexts.RowUnknown(subject.Place, subject.Raw), subject.Place, subject.Raw);
            }
        }
    }
}
