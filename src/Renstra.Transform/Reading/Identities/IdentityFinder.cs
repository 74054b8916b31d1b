using System.Text.RegularExpressions;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;
using Renstra.Transform.Wordings;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading.Identities;

/// <summary>Finds what a sheet says of the region and the month it is about, by labels, titles and the sheet's name, wherever they stand.</summary>
internal sealed partial class IdentityFinder(ReferenceData reference)
{
    private static readonly HashSet<string> Notes = ["CATATAN", "CAT", "NB", "SUMBER"];

    private readonly LabelledValues _labels = new(reference.Vocabulary);
    private readonly RegionField _regionField = new(reference.Regions);
    private readonly RegionMentions _regionMentions = new(reference.Regions);
    private readonly MonthField _monthField = new(reference.Vocabulary);
    private readonly MonthMentions _monthMentions = new(reference.Vocabulary);
    private readonly MonthSpans _monthSpans = new(reference.Vocabulary);

    /// <summary>What rows of a sheet say, by labels and by titles.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="firstRow">The first row to look at.</param>
    /// <param name="endRow">The row to stop before.</param>
    public IdentityEvidence InRows(SheetText sheet, int firstRow, int endRow)
    {
        var labelled = _labels.Find(sheet, firstRow, endRow);
        var values = labelled.Select(entry => entry.Value).OfType<LabelledValue>().ToList();
        var taken = values.Select(value => value.Place).ToHashSet();
        var titles = TextsIn(sheet, firstRow, endRow).Where(text => !taken.Contains(text.Place)).ToList();
        List<RegionClaim> regions =
            [.. values.Where(value => value.IsRegion).Select(RegionClaimOf).Where(claim => claim.Source != ClaimSource.Province || claim.Candidates.Count > 0), .. titles.SelectMany(RegionMentionsOf)];
        if (regions.TrueForAll(claim => claim.Source == ClaimSource.Province))
        {
            regions.AddRange(titles.SelectMany(BegunNamesOf));
        }

        return new IdentityEvidence(
            Visible(sheet, regions, claim => claim.Place),
            [.. Visible(sheet, [.. values.Where(value => !value.IsRegion).Select(MonthClaimOf), .. titles.SelectMany(MonthMentionsOf), .. DatesIn(sheet, firstRow, endRow, taken)], claim => claim.Place)
                .Select(claim => claim with { IsHidden = IsHidden(sheet, claim.Place) })],
            labelled.FirstOrDefault(entry => entry is { IsRegion: true, Level: not RegionLevel.Provinsi, Value: null })?.Label,
            labelled.FirstOrDefault(entry => entry is { IsRegion: false, Value: null })?.Label);
    }

    /// <summary>What the sheet's name says.</summary>
    public IdentityEvidence InName(SheetText sheet)
    {
        var name = sheet.Sheet.Name;
        var place = sheet.At(0, 0);
        var regions = _regionMentions.InName(name);
        return new IdentityEvidence(
            regions.Count == 0 ? [] : [new RegionClaim(ClaimSource.SheetName, new RegionReading(regions), place, name)],
            MonthOfName(name) is { } month ? [ClaimOf(ClaimSource.SheetName, month, place, name)] : [],
            null,
            null);
    }

    /// <summary>The regions that a heading names, with or without the word for kabupaten or kota.</summary>
    public IReadOnlyList<Region> RegionsNamedIn(string heading) => heading.Length > Wording.LongestPhrase ? [] : _regionMentions.InName(heading);

    /// <summary>What a cell of a region column says.</summary>
    public RegionClaim RegionOf(Cell cell, Place place) => new(ClaimSource.Label, _regionField.Read(cell, null), place, cell.Text);

    /// <summary>What a cell of a month or year column says.</summary>
    public MonthClaim MonthOf(Cell cell, Place place) => new(ClaimSource.Label, _monthField.Read(cell), place, cell.Text);

    private RegionClaim RegionClaimOf(LabelledValue value) =>
        new(value.Level == RegionLevel.Provinsi ? ClaimSource.Province : ClaimSource.Label, _regionField.Read(value.Cell, value.Level), value.Place, value.Cell.Text);

    private MonthClaim MonthClaimOf(LabelledValue value)
    {
        var part = _monthField.Read(value.Cell);
        if (part is null && value.Cell.Kind == CellKind.Text)
        {
            // "Bulan: Laporan keadaan Juli 2024" is clear in spite of its words; two months are not one month.
            var names = MonthWords.Of(value.Cell.Text).Count(word => reference.Vocabulary.MonthOf(word) is not null);
            var mentions = _monthMentions.InText(value.Cell.Text);
            part = names == 1 && mentions.Count == 1 ? mentions[0] : null;
        }

        return ClaimOf(ClaimSource.Label, part, value.Place, value.Cell.Text);
    }

    private MonthClaim ClaimOf(ClaimSource source, MonthPart? part, Place place, string raw)
    {
        var words = Wording.Normalise(raw);
        return new MonthClaim(source, part, place, raw)
        {
            IsOfOtherPeriod = _monthSpans.In(raw) is not null
                || reference.Vocabulary.Mentions(words, Meaning.PeriodeSampaiBulanIni)
                || reference.Vocabulary.Mentions(words, Meaning.PeriodeLain),
        };
    }

    private IEnumerable<RegionClaim> RegionMentionsOf((Place Place, string Text) title)
    {
        // The town in a letterhead's address is where the office stands, and a note tells of others: neither is what the report is about.
        var words = Wording.Normalise(title.Text);
        if (reference.Vocabulary.Mentions(words, Meaning.BarisAlamat) || (Notes.Contains(words.Split(' ')[0]) && !words.Contains("LAPORAN", StringComparison.Ordinal)))
        {
            return [];
        }

        var regions = _regionMentions.InText(title.Text);
        var misspelt = regions.Count == 0 ? _regionMentions.Misspelt(title.Text) : null;
        return regions.Count == 0 && misspelt is null ? [] : [new RegionClaim(ClaimSource.Title, new RegionReading(regions, misspelt), title.Place, title.Text)];
    }

    private IEnumerable<MonthClaim> MonthMentionsOf((Place Place, string Text) title)
    {
        // "Januari - Juli 2024" names no month that all of the table is about, only the year.
        var parts = _monthSpans.In(title.Text) is { First: not null, Last.Year: var year }
            ? year is null ? [] : [new MonthPart(year, null)]
            : _monthMentions.InText(title.Text);
        return parts.Select(part => ClaimOf(ClaimSource.Title, part, title.Place, title.Text));
    }

    /// <summary>A sheet named <c>1</c> may be any sheet; only a month's name or a year makes it a month.</summary>
    private MonthPart? MonthOfName(string name)
    {
        var namesMonth = MonthWords.Of(name).Any(word => reference.Vocabulary.MonthOf(word) is not null);
        var part = _monthField.Read(name);
        return part is { } read && (namesMonth || read.Year is not null) ? part
            : _monthMentions.InFileName(name) is [var mention] ? mention
            : null;
    }

    private IEnumerable<RegionClaim> BegunNamesOf((Place Place, string Text) title) => _regionMentions.Begun(title.Text) switch
    {
        [] => [],
        [var only] => [new RegionClaim(ClaimSource.Title, new RegionReading([], only), title.Place, title.Text)],
        var several => [new RegionClaim(ClaimSource.Title, new RegionReading(several), title.Place, title.Text)],
    };

    /// <summary>What nobody sees says nothing beside what everybody does: last month's label in a hidden row.</summary>
    private static IReadOnlyList<T> Visible<T>(SheetText sheet, List<T> claims, Func<T, Place> placeOf)
    {
        var visible = claims.FindAll(claim => !IsHidden(sheet, placeOf(claim)));
        return visible.Count > 0 ? visible : claims;
    }

    private static bool IsHidden(SheetText sheet, Place place) => sheet.Sheet.IsRowHidden(place.Row) || sheet.Sheet.IsColumnHidden(place.Column);

    /// <summary>Dates that show no day, such as <c>Agustus 2024</c>, where a title may stand; what shows its day is when something was written.</summary>
    private static IEnumerable<MonthClaim> DatesIn(SheetText sheet, int firstRow, int endRow, HashSet<Place> taken) =>
        from row in sheet.RowsToSearch(firstRow, endRow)
        from column in Enumerable.Range(0, sheet.Sheet.ColumnCount)
        let cell = sheet.Sheet[row, column]
        where cell is { Kind: CellKind.Date, NumberFormat: { } format } && ShowsMonthAlone(format) && !taken.Contains(sheet.At(row, column))
        select new MonthClaim(ClaimSource.Title, new MonthPart(cell.Date.Year, cell.Date.Month), sheet.At(row, column), cell.Text);

    /// <summary>Whether a number format has the month and the year of a date in it, and neither day nor time.</summary>
    private static bool ShowsMonthAlone(string format)
    {
        var letters = DateFormatLiteral().Replace(format, "").ToUpperInvariant();
        return letters.Contains("MM", StringComparison.Ordinal) && letters.Contains('Y', StringComparison.Ordinal) && !letters.Any(letter => letter is 'D' or 'H' or 'S');
    }

    [GeneratedRegex(@"\\.|""[^""]*""|\[[^\]]*\]")]
    private static partial Regex DateFormatLiteral();

    private static IEnumerable<(Place Place, string Text)> TextsIn(SheetText sheet, int firstRow, int endRow)
    {
        foreach (var row in sheet.RowsToSearch(firstRow, endRow))
        {
            for (var column = 0; column < sheet.Sheet.ColumnCount; column++)
            {
                var cell = sheet.Sheet[row, column];
                if (cell.Kind == CellKind.Text && cell.Text.Length <= Wording.LongestPhrase)
                {
                    yield return (sheet.At(row, column), cell.Text);
                }
            }
        }
    }
}
