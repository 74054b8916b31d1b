using Renstra.Transform.Indicators;
using Renstra.Transform.Reports;
using Renstra.Transform.Wordings;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading.Tables;

/// <summary>
/// Tells which indicator or component a row is about: by code, by name, by a misspelt name, by the
/// name of a component. One serves one submission; it remembers what names it has met.
/// </summary>
internal sealed class RowMatcher(IndicatorNames names, Vocabulary vocabulary)
{
    /// <summary>A code stands for its indicator unless the name beside it is nothing like the indicator's.</summary>
    private const decimal LeastLikenessToCode = 0.4m;

    /// <summary>A sheet of lists by name has thousands of rows below its headings; each comparison with all that is known takes its time.</summary>
    private const int MostNames = 5_000;

    private readonly Dictionary<string, NameMatch<Indicator>> _indicators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NameMatch<ComponentOf>> _components = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string? Code, string Whole)> _parts = new(StringComparer.Ordinal);

    /// <summary>What a row is about.</summary>
    /// <param name="table">The table.</param>
    /// <param name="row">The row.</param>
    /// <param name="context">The indicator that the rows above are about, whose components are meant first; null for none.</param>
    /// <param name="above">The indicator that the rows above are about, which the next one follows in the plan; null for none.</param>
    public RowSubject Match(Table table, int row, Indicator? context, Indicator? above)
    {
        var codes = TextsIn(table, row, ColumnKind.Code).ToList();
        var code = codes.Find(each => names.FindByCode(each.Raw, out _) is not null) ?? codes.FirstOrDefault();
        var texts = TextsIn(table, row, ColumnKind.Indicator, ColumnKind.Component, ColumnKind.Other).ToList();
        var place = texts.Count > 0 ? texts[0].Place : code?.Place ?? table.Sheet.At(row, table.Span.First);
        var coded = code is null ? null : names.FindByCode(code.Raw, out _);
        if (coded is null && texts.Count > 0 && names.FindByCode(texts[0].Raw, out var rest) is { } prefixed)
        {
            coded = prefixed;
            code = texts[0];
            texts[0] = texts[0] with { Raw = rest };
        }

        texts.RemoveAll(text => IndicatorNames.Core(text.Raw).Length == 0);
        if (PartIn(texts, coded, context) is { } part)
        {
            return part;
        }

        if (coded is not null)
        {
            // Beside rows about its parts, an indicator's own row may be called the total.
            texts.RemoveAll(text => vocabulary.Is(Wording.Normalise(text.Raw), Meaning.BarisJumlah));
        }

        if (texts.Count == 0)
        {
            var indicator = coded ?? (code is null ? null : names.FindByNumber(code.Raw));
            return indicator is not null ? new RowSubject(RowKind.Indicator, place, code!.Raw, indicator)
                : code is null ? new RowSubject(RowKind.Nothing, place, "")
                : Unnamed(place, code.Raw);
        }

        return coded is not null ? Coded(coded, code!, texts, place) : Named(texts, place, context, new Sign(code is null ? null : names.FindByNumber(code.Raw), above));
    }

    /// <summary>A row with the name of a part in it is about that part, whatever else it names; about two parts at once, it is about neither.</summary>
    private RowSubject? PartIn(List<RowText> texts, Indicator? coded, Indicator? context)
    {
        var parts = texts.Select(text => (Text: text, Part: Part(text.Raw))).Where(entry => entry.Part.Code is not null).ToList();
        if (parts.Count == 0)
        {
            return null;
        }

        var (text, (code, whole)) = parts[0];
        var others = texts.Where(other => parts.All(entry => entry.Text != other)).ToList();
        var component = whole.Length > 0 ? Component(whole, coded ?? context)
            : others.Where(other => Indicator(other.Raw).Match is null).Select(other => Component(other.Raw, coded ?? context)).FirstOrDefault(found => found is not null);
        var indicator = coded ?? component?.Indicator ?? others.Select(other => Indicator(other.Raw).Match).FirstOrDefault(found => found is not null);
        return new RowSubject(RowKind.Part, text.Place, text.Raw, indicator, component)
        {
            Part = parts.All(entry => entry.Part.Code == code) ? code : null,
        };
    }

    private (string? Code, string Whole) Part(string raw)
    {
        var core = IndicatorNames.Core(raw);
        if (_parts.TryGetValue(core, out var part))
        {
            return part;
        }

        if (_parts.Count >= MostNames)
        {
            return (names.FindPartWritten(core), "");
        }

        var code = names.FindPart(core, out var whole);
        return _parts[core] = (code, whole);
    }

    private RowSubject Coded(Indicator coded, RowText code, List<RowText> texts, Place place)
    {
        var component = ComponentIn(texts, coded) is { } found && found.Indicator == coded ? found : null;
        var named = texts.Select(text => Indicator(text.Raw).Match).OfType<Indicator>().ToList();
        if (named.Contains(coded) || (named.Count == 0 && texts.Any(text => IsLike(text.Raw, coded))))
        {
            return new RowSubject(RowKind.Indicator, place, texts[0].Raw, coded, component);
        }

        if (component is not null)
        {
            return new RowSubject(RowKind.Component, place, texts[0].Raw, coded, component);
        }

        var remark = new Remark(
            FindingCodes.CodeAndNameDisagree, FindingTexts.CodeAndNameDisagree(code.Place, code.Raw, texts[0].Raw), code.Place, code.Raw, coded.Code)
        {
            Candidates = [coded.Code],
        };
        return new RowSubject(RowKind.Unclear, place, texts[0].Raw, coded, null, remark);
    }

    private RowSubject Named(List<RowText> texts, Place place, Indicator? context, Sign sign)
    {
        var raw = texts[0].Raw;
        var component = ComponentIn(texts, context);
        var matches = texts.Select(text => Indicator(text.Raw)).ToList();
        if (matches.Select(match => match.Match).FirstOrDefault(match => match is not null) is { } indicator)
        {
            // "Pembilang" beside a name means that name's, whatever the rows above are about.
            var own = component?.Indicator == indicator ? component : ComponentIn(texts, indicator);
            return new RowSubject(RowKind.Indicator, place, raw, indicator, own?.Indicator == indicator ? own : null);
        }

        if (component is not null)
        {
            return new RowSubject(RowKind.Component, place, raw, component.Indicator, component);
        }

        var abbreviated = _indicators.Count >= MostNames ? null : texts.Select(text => names.Indicators.FindAbbreviated(IndicatorNames.Core(text.Raw))).FirstOrDefault(found => found is not null);
        if (abbreviated is not null)
        {
            return names.Confirms(abbreviated, sign)
                ? new RowSubject(RowKind.Indicator, place, raw, abbreviated) { IsAbbreviated = true }
                : new RowSubject(RowKind.Unclear, place, raw) { Candidates = [abbreviated] };
        }

        if (matches.FirstOrDefault(match => match.Candidates is { Count: > 0 }) is { Candidates.Count: > 0 } unclear && !IsTotal(raw))
        {
            return new RowSubject(RowKind.Unclear, place, raw) { Candidates = unclear.Candidates };
        }

        return Unnamed(place, raw);
    }

    /// <summary>The component that a row names. Some indicators are called like their numerators, so a name of its own counts more.</summary>
    private ComponentOf? ComponentIn(IReadOnlyList<RowText> texts, Indicator? context) => texts
        .OrderBy(text => IsComponentAlone(IndicatorNames.Core(text.Raw)) ? 0 : Indicator(text.Raw).Match is null ? 1 : 2)
        .Select(text => Component(text.Raw, context))
        .FirstOrDefault(found => found is not null);

    private bool IsComponentAlone(string core) => names.Components.FindExact(core).Count > 0 && names.Indicators.FindExact(core).Count == 0;

    private RowSubject Unnamed(Place place, string raw)
    {
        var words = Wording.Normalise(raw);
        var kind = IsTotal(raw) ? RowKind.Nothing : vocabulary.StartsWith(words, Meaning.AkhirTabel) ? RowKind.End : RowKind.Unknown;
        return new RowSubject(kind, place, raw);
    }

    private bool IsTotal(string raw) => vocabulary.StartsWith(Wording.Normalise(raw), Meaning.BarisJumlah);

    private bool IsLike(string raw, Indicator indicator)
    {
        var core = IndicatorNames.Core(raw);
        return core.Length <= Wording.LongestPhrase && names.Indicators.Likeness(core, indicator) >= LeastLikenessToCode;
    }

    private NameMatch<Indicator> Indicator(string raw)
    {
        var core = IndicatorNames.Core(raw);
        return Remembered(_indicators, names.Indicators, core);
    }

    /// <summary>A component by its name, or by the bare word "pembilang" or "penyebut" below an indicator.</summary>
    private ComponentOf? Component(string raw, Indicator? context)
    {
        var core = IndicatorNames.Core(raw);
        if (context is not null)
        {
            ComponentRole? role = vocabulary.StartsWith(core, Meaning.KolomPembilang) ? ComponentRole.Pembilang
                : vocabulary.StartsWith(core, Meaning.KolomPenyebut) && context.Denominator is not null ? ComponentRole.Penyebut
                : null;
            if (role is not null)
            {
                return new ComponentOf(context, role.Value);
            }

            var own = names.Components.FindExact(core).Where(component => component.Indicator == context).ToList();
            if (own.Count == 1)
            {
                return own[0];
            }
        }

        return Remembered(_components, names.Components, core).Match;
    }

    /// <summary>What a name means, once found out; after more different names than any report has, only what is written exactly is known.</summary>
    private static NameMatch<T> Remembered<T>(Dictionary<string, NameMatch<T>> known, NameIndex<T> index, string core)
        where T : class
    {
        if (known.TryGetValue(core, out var match))
        {
            return match;
        }

        if (known.Count >= MostNames)
        {
            return index.FindWritten(core);
        }

        return known[core] = index.Find(core);
    }

    private static IEnumerable<RowText> TextsIn(Table table, int row, params IReadOnlyList<ColumnKind> kinds)
    {
        foreach (var column in table.Columns.Where(column => kinds.Contains(column.Kind) && column.Role is null))
        {
            var cell = table.Sheet.Shown(row, column.Index);
            if (cell.Kind is CellKind.Text or CellKind.Number && cell.Text.Trim().Length > 0)
            {
                yield return new RowText(table.Sheet.At(row, column.Index), cell.Text.Trim());
            }
        }
    }

    private sealed record RowText(Place Place, string Raw);
}

/// <summary>What a row is about.</summary>
/// <param name="Kind">What it turned out to be.</param>
/// <param name="Place">The cell that names it; the row's first cell when nothing does.</param>
/// <param name="Raw">What that cell holds.</param>
/// <param name="Indicator">The indicator, of an indicator's row; of a part's row, where it names one.</param>
/// <param name="Component">The component, of a component's row; of an indicator's row the component that has the same name, if any.</param>
/// <param name="Remark">What is wrong with it.</param>
internal sealed record RowSubject(RowKind Kind, Place Place, string Raw, Indicator? Indicator = null, ComponentOf? Component = null, Remark? Remark = null)
{
    /// <summary>Whether the row calls the indicator by a name cut short, which its number or its place in the table confirms.</summary>
    public bool IsAbbreviated { get; init; }

    /// <summary>The code of the part, of a part's row; null when it names two of them.</summary>
    public string? Part { get; init; }

    /// <summary>The indicators that an unclear row is like, the most like first.</summary>
    public IReadOnlyList<Indicator> Candidates { get; init; } = [];
}

/// <summary>What confirms, besides its name, which indicator a row is about.</summary>
/// <param name="Numbered">The indicator of the number before the name; null for none.</param>
/// <param name="Above">The indicator that the rows above are about; null at the top.</param>
internal readonly record struct Sign(Indicator? Numbered, Indicator? Above);

/// <summary>What a row of a table turned out to be.</summary>
internal enum RowKind
{
    /// <summary>Nothing that names anything: blank, a total, a section heading.</summary>
    Nothing,

    /// <summary>An indicator.</summary>
    Indicator,

    /// <summary>A component of an indicator.</summary>
    Component,

    /// <summary>A part of a component's breakdown.</summary>
    Part,

    /// <summary>Something that is no indicator of the plan.</summary>
    Unknown,

    /// <summary>Something that cannot be told; the subject's remark or its candidates say why.</summary>
    Unclear,

    /// <summary>The beginning of what stands below the table.</summary>
    End,
}
