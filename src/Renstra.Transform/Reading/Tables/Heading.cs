using Renstra.Transform.Indicators;
using Renstra.Transform.Reading.Identities;
using Renstra.Transform.Wordings;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading.Tables;

/// <summary>Reads the headings of a column, from the topmost to the one right above the numbers.</summary>
internal sealed class Heading(Vocabulary vocabulary)
{
    private const int MostWordsOfName = 12;

    private readonly MonthField _monthField = new(vocabulary);
    private readonly MonthMentions _monthMentions = new(vocabulary);
    private readonly MonthSpans _monthSpans = new(vocabulary);

    /// <summary>What the headings say of the column below them.</summary>
    /// <param name="index">The column.</param>
    /// <param name="path">The headings, topmost first.</param>
    /// <param name="words">The normalised words of each.</param>
    public Column Read(int index, IReadOnlyList<Cell> path, IReadOnlyList<string> words)
    {
        var months = path.Select(MonthIn).OfType<MonthPart>().ToList();
        var month = months.Count == 0 ? (MonthPart?)null : new MonthPart(months.LastOrDefault(part => part.Year is not null).Year, months.LastOrDefault(part => part.Month is not null).Month);
        var role = RoleIn(words);
        var period = words.Select(PeriodIn).LastOrDefault(word => word is not null);
        var part = PartIn(words[^1]);
        var kind = KindOf(words, role, period, month, part);
        return new Column(index, kind, role, period, month, words.Any(text => vocabulary.Mentions(text, Meaning.KolomAngka)), part);
    }

    /// <summary>Whether a text is a word for codes, indicators or components, one of which every header has.</summary>
    public bool IsKey(string words) =>
        vocabulary.Is(words, Meaning.KolomKode) || vocabulary.Is(words, Meaning.KolomKomponen) || NamesIndicators(words);

    /// <summary>Whether a text heads a column of regions.</summary>
    public bool IsOfRegions(string words) => RowIdentityOf(words) == ColumnKind.Region;

    /// <summary>Whether a cell could stand in a header.</summary>
    public bool IsHeading(Cell cell, string words) =>
        (words.Length > 0 && (IsKey(words) || IsHeadingOfNumbers(words) || IsRowIdentity(words))) || MonthIn(cell) is not null;

    /// <summary>Whether a text could head numbers.</summary>
    public bool IsHeadingOfNumbers(string words) => words.Length > 0
        && (vocabulary.Mentions(words, Meaning.KolomPembilang)
            || vocabulary.Mentions(words, Meaning.KolomPenyebut)
            || vocabulary.Mentions(words, Meaning.KolomAngka)
            || vocabulary.Mentions(words, Meaning.KolomAngkaBilaSendiri)
            || vocabulary.Mentions(words, Meaning.KolomAbaikan)
            || vocabulary.Is(words, Meaning.KolomPeriode)
            || PeriodIn(words) is not null
            || PartIn(words) is not null
            || vocabulary.Mentions(words, Meaning.PeriodeLalu));

    /// <summary>The month or the year that a heading names.</summary>
    public MonthPart? MonthIn(Cell heading)
    {
        if (heading.Kind == CellKind.Date)
        {
            return _monthField.Read(heading);
        }

        if (heading.Kind == CellKind.Number)
        {
            return _monthField.Read(heading) is { Year: not null } numbered ? numbered : null;
        }

        if (heading.Kind != CellKind.Text || heading.Text.Length > Wording.LongestPhrase)
        {
            return null;
        }

        if (_monthSpans.In(heading.Text) is { } span)
        {
            return span.Last;
        }

        var namesMonth = MonthWords.Of(heading.Text).Any(word => vocabulary.MonthOf(word) is not null);
        var part = _monthField.Read(heading.Text);
        return part is { } read && (namesMonth || read.Year is not null) ? part
            : _monthMentions.InFileName(heading.Text) is [var mention] ? mention
            : YearOfNumbers(heading.Text) is { } year ? new MonthPart(year, null)
            : null;
    }

    /// <summary>The year in a heading such as "Pembilang 2023"; anywhere else a year is only part of a title.</summary>
    private int? YearOfNumbers(string heading) =>
        RoleIn([Wording.Normalise(heading)]) is not null && MonthWords.Of(heading).Select(MonthWords.Year).OfType<int>().ToList() is [var year] ? year : null;

    /// <summary>The period that words name; null for none, and for an earlier one.</summary>
    public PeriodWord? PeriodIn(string words) =>
        vocabulary.Mentions(words, Meaning.PeriodeLalu) ? null
        : vocabulary.Mentions(words, Meaning.PeriodeSampaiBulanIni) || _monthSpans.In(words) is { IsYearToDate: true } ? PeriodWord.ToDate
        : vocabulary.Mentions(words, Meaning.PeriodePosisi) ? PeriodWord.Position
        : vocabulary.Mentions(words, Meaning.PeriodeBulanIni) ? PeriodWord.ThisMonth
        : null;

    private ColumnKind KindOf(IReadOnlyList<string> words, ComponentRole? role, PeriodWord? period, MonthPart? month, string? part)
    {
        var last = words[^1];
        if (vocabulary.Is(last, Meaning.KolomKode))
        {
            return ColumnKind.Code;
        }

        if (vocabulary.Is(last, Meaning.KolomPeriode))
        {
            return ColumnKind.Period;
        }

        if (RowIdentityOf(last) is { } identity)
        {
            return identity;
        }

        if (NamesIndicators(last))
        {
            // "Uraian Pembilang" heads descriptions of the numerator, whose numbers stand beside them.
            return role is null ? ColumnKind.Indicator : ColumnKind.Component;
        }

        if (vocabulary.Is(last, Meaning.KolomKomponen))
        {
            return ColumnKind.Component;
        }

        if (words.Any(IsIgnored) || NamesBothComponents(words) || month is { Month: null } && role is null && MonthWords.Of(last).Any(word => MonthWords.Year(word) is not null))
        {
            return ColumnKind.Ignored;
        }

        return part is not null ? ColumnKind.Part
            : role is not null || period is not null || month?.Month is not null || vocabulary.Mentions(last, Meaning.KolomAngka) ? ColumnKind.Amount
            : vocabulary.Mentions(last, Meaning.KolomAngkaBilaSendiri) ? ColumnKind.PossibleAmount
            : ColumnKind.Other;
    }

    /// <summary>
    /// The part of a breakdown whose numbers a heading is about, the component before it or what is counted behind it or not:
    /// <c>Pembilang: Laki-laki (orang)</c>.
    /// </summary>
    private string? PartIn(string words)
    {
        if (vocabulary.PartOf(words) is { } part)
        {
            return part;
        }

        var (first, last) = (words.IndexOf(' ', StringComparison.Ordinal), words.LastIndexOf(' '));
        return first < 0 ? null
            : vocabulary.Is(words[(last + 1)..], Meaning.SatuanAngka) ? PartIn(words[..last])
            : vocabulary.Is(words[..first], Meaning.KolomPembilang) || vocabulary.Is(words[..first], Meaning.KolomPenyebut) ? PartIn(words[(first + 1)..])
            : null;
    }

    private bool IsRowIdentity(string words) => RowIdentityOf(words) is not null;

    private ColumnKind? RowIdentityOf(string words) =>
        vocabulary.Is(words, Meaning.LabelWilayah) || vocabulary.Is(words, Meaning.LabelKabupaten) ? ColumnKind.Region
        : vocabulary.Is(words, Meaning.LabelBulan) ? ColumnKind.Month
        : vocabulary.Is(words, Meaning.LabelTahun) ? ColumnKind.Year
        : null;

    private bool NamesIndicators(string words) =>
        vocabulary.Mentions(words, Meaning.KolomIndikator)
        && !vocabulary.Mentions(words, Meaning.KolomAbaikan)
        && words.Count(character => character == ' ') < MostWordsOfName;

    private bool IsIgnored(string words) =>
        vocabulary.Mentions(words, Meaning.KolomAbaikan)
        || vocabulary.Mentions(words, Meaning.PeriodeLalu)
        || vocabulary.Mentions(words, Meaning.PeriodeLain)
        || _monthSpans.In(words) is { IsYearToDate: false }
        || Wording.Mentions(words, "%");

    private bool NamesBothComponents(IReadOnlyList<string> words) =>
        words.Any(text => vocabulary.Mentions(text, Meaning.KolomPembilang) && vocabulary.Mentions(text, Meaning.KolomPenyebut));

    private ComponentRole? RoleIn(IReadOnlyList<string> words) =>
        NamesBothComponents(words) ? null
        : words.Any(text => vocabulary.Mentions(text, Meaning.KolomPembilang)) ? ComponentRole.Pembilang
        : words.Any(text => vocabulary.Mentions(text, Meaning.KolomPenyebut)) ? ComponentRole.Penyebut
        : null;
}
