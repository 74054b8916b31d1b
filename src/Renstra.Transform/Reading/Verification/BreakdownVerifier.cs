using Renstra.Transform.Indicators;
using Renstra.Transform.Reading.Tables;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Reading.Verification;

/// <summary>
/// Checks what the components of an indicator were broken down into. A breakdown need not be given; one that is must agree with what it
/// breaks down. Nothing is ever added up in place of a whole that is missing.
/// </summary>
internal sealed class BreakdownVerifier
{
    private readonly IndicatorEntry _entry;
    private readonly ReportKey? _report;
    private readonly List<Remark> _remarks = [];
    private readonly List<PartCell> _given = [];

    /// <param name="entry">The indicator with all its parts, or a row about a part alone.</param>
    /// <param name="report">The report it belongs to; null when that is not known.</param>
    /// <param name="maxRaw">Characters kept of what a cell holds.</param>
    public BreakdownVerifier(IndicatorEntry entry, ReportKey? report, int maxRaw)
    {
        _entry = entry;
        _report = report;
        foreach (var component in entry.Indicator.Components)
        {
            foreach (var dimension in component.Breakdown.GroupBy(part => part.Dimension))
            {
                Verify(component, dimension.Key, [.. dimension]);
            }
        }

        Parts = [.. _given.Select(part => new PartAmount(part.Role, part.Part.Dimension, part.Part.Code, part.Cell.Of(part.Cell.Reading.Amount!.Value, maxRaw)))];
    }

    /// <summary>What was given, in the order of the reference data.</summary>
    public IReadOnlyList<PartAmount> Parts { get; }

    /// <summary>What is wrong or odd.</summary>
    public IReadOnlyList<Remark> Remarks => _remarks;

    /// <summary>What to say where no component of the indicator is filled in; null when no part is either.</summary>
    public Remark? WithoutWhole() => _given.FirstOrDefault() is { } first
        ? Remark(FindingCodes.BreakdownWithoutTotal, FindingTexts.BreakdownWithoutTotal(ComponentOf(first.Role), first.Cell.Place), first.Cell)
        : null;

    private Component ComponentOf(ComponentRole role) => _entry.Indicator.Components.Single(component => component.Role == role);

    private void Verify(Component component, string dimension, IReadOnlyList<BreakdownPart> parts)
    {
        var given = new List<PartCell>();
        var isReadable = true;
        foreach (var part in parts)
        {
            var cells = _entry.Parts.Where(each => each.Role == component.Role && each.Part == part && each.Cell.Reading.IsAttempted).ToList();
            foreach (var cell in cells)
            {
                _remarks.AddRange(AmountRemarks.Of(cell.Cell, _entry.Indicator, component.Of(part), _report) is { } remark ? [remark] : []);
            }

            isReadable &= cells.All(cell => cell.Cell.Reading.Amount is not null) && AreTheSame(component.Of(part), cells);
            given.AddRange(cells.Where(cell => cell.Cell.Reading.Amount is not null).Take(1));
        }

        _given.AddRange(given);
        var whole = component.Role == ComponentRole.Pembilang ? _entry.Numerator : _entry.Denominator;
        if (isReadable && given.Count > 0 && whole is { Reading.Amount: { } amount })
        {
            Compare(component, dimension, parts, given, whole, amount);
        }
    }

    /// <summary>The same said on another sheet does not matter; anything else that stands twice is a mistake.</summary>
    private bool AreTheSame(Component part, List<PartCell> cells)
    {
        var others = cells.Skip(1).Where(other => other.Cell.Place.SheetIndex == cells[0].Cell.Place.SheetIndex || other.Cell.Reading != cells[0].Cell.Reading).ToList();
        _remarks.AddRange(others.Select(other => Remark(
            FindingCodes.AmountTwice, FindingTexts.AmountTwice(part, cells[0].Cell.Place, other.Cell.Place), cells[0].Cell)));
        return others.Count == 0;
    }

    private void Compare(Component component, string dimension, IReadOnlyList<BreakdownPart> parts, List<PartCell> given, AmountCell whole, decimal amount)
    {
        var sum = given.Sum(part => part.Cell.Reading.Amount!.Value);
        var places = given.ConvertAll(part => part.Cell.Place);
        var isWhole = given.Count == parts.Count && parts.Any(part => part.Kind != PartKind.DiAntaranya);
        if (isWhole && sum != amount)
        {
            _remarks.Add(Remark(FindingCodes.PartsDoNotAddUp, FindingTexts.PartsDoNotAddUp(component, dimension, whole.Place, amount, places, sum), whole));
        }
        else if (sum > amount)
        {
            _remarks.Add(Remark(FindingCodes.PartsOverTotal, FindingTexts.PartsOverTotal(component, dimension, whole.Place, amount, places, sum), given[0].Cell));
        }

        var missing = parts.Where(part => part.Kind == PartKind.Bagian && given.All(each => each.Part != part)).ToList();
        if (missing.Count > 0)
        {
            var blank = _entry.Parts.FirstOrDefault(each => each.Role == component.Role && each.Part == missing[0])?.Cell ?? given[0].Cell;
            _remarks.Add(Remark(FindingCodes.BreakdownIncomplete, FindingTexts.BreakdownIncomplete(component, dimension, blank.Place, missing), blank));
        }
    }

    private Remark Remark(string code, string message, AmountCell cell) => new(code, message, cell.Place, cell.Cell.Raw, _entry.Indicator.Code, _report);
}
