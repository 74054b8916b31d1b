using Renstra.Transform.Calendar;
using Renstra.Transform.Wordings;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading.Identities;

/// <summary>Reads a cell that is there to name a month or a year. All of it must be understood, or it is not understood at all.</summary>
internal sealed class MonthField(Vocabulary vocabulary)
{
    private static readonly HashSet<string> Fillers =
        ["BULAN", "BLN", "TAHUN", "THN", "TA", "ANGGARAN", "PERIODE", "PER", "AKHIR", "LAPORAN", "KEADAAN", "POSISI", "DATA", "TANGGAL", "TGL"];

    /// <summary>What the cell says; null when it is not understood.</summary>
    public MonthPart? Read(Cell cell) => cell.Kind switch
    {
        CellKind.Date when cell.Date.Year >= 1990 => new MonthPart(cell.Date.Year, cell.Date.Month),
        CellKind.Number or CellKind.Text => Read(cell.Text),
        _ => null,
    };

    /// <summary>What a text says; null when it is not understood.</summary>
    public MonthPart? Read(string text)
    {
        if (text.Length > Wording.LongestPhrase)
        {
            return null;
        }

        var words = MonthWords.Of(text).Where(word => !Fillers.Contains(word)).ToList();
        return words.Count switch
        {
            1 => ReadOne(words[0]),
            2 => ReadTwo(words[0], words[1]),
            3 => ReadThree(words[0], words[1], words[2]),
            _ => null,
        };
    }

    private MonthPart? ReadOne(string word)
    {
        if (vocabulary.MonthOf(word) is { } named)
        {
            return new MonthPart(null, named);
        }

        return word.Length == 6 ? OfDigits(word[..4], word[4..]) ?? OfDigits(word[2..], word[..2])
            : MonthWords.Year(word) is { } year ? new MonthPart(year, null)
            : MonthWords.Short(word) is >= 1 and <= 12 and var month ? new MonthPart(null, month)
            : MonthWords.Roman(word) is { } roman ? new MonthPart(null, roman)
            : null;
    }

    private MonthPart? ReadTwo(string first, string second)
    {
        if (vocabulary.MonthOf(first) is { } named)
        {
            return YearOf(second) is { } year ? new MonthPart(year, named) : null;
        }

        if (vocabulary.MonthOf(second) is { } namedLast)
        {
            return MonthWords.Year(first) is { } year ? new MonthPart(year, namedLast) : null;
        }

        if (MonthWords.Roman(first) is { } roman)
        {
            return (MonthWords.Year(second) ?? (MonthWords.Short(second) is > 12 and var shortYear ? 2000 + shortYear : null)) is { } year ? new MonthPart(year, roman) : null;
        }

        // "07/24" can only be July 2024; "07/08" could be two things.
        return MonthWords.Short(second) is > 12 ? OfDigits(second, first) : OfDigits(second, first) ?? OfDigits(first, second);
    }

    private MonthPart? ReadThree(string first, string second, string third)
    {
        if (vocabulary.MonthOf(second) is { } named)
        {
            return MonthWords.Short(first) is >= 1 and <= 31 && YearOf(third) is { } year ? new MonthPart(year, named) : null;
        }

        if (MonthWords.Year(first) is not null)
        {
            return MonthWords.Short(third) is >= 1 and <= 31 ? OfDigits(first, second) : null;
        }

        // Day and month in figures: Indonesian order, unless the American one could be meant as well.
        return MonthWords.Year(third) is { } ofYear
            && MonthWords.Short(first) is >= 1 and <= 31 and var day
            && MonthWords.Short(second) is >= 1 and <= 12 and var month
            && (day > 12 || day == month)
            ? new MonthPart(ofYear, month)
            : null;
    }

    private static MonthPart? OfDigits(string yearWord, string monthWord) =>
        (yearWord.Length == 4 ? MonthWords.Year(yearWord) : MonthWords.Short(yearWord) is > 12 and var shortYear ? 2000 + shortYear : null) is { } year
        && MonthWords.Short(monthWord) is >= 1 and <= 12 and var month
            ? new MonthPart(year, month)
            : null;

    private static int? YearOf(string word) =>
        MonthWords.Year(word) ?? (word.Length == 2 && MonthWords.Number(word) is { } shortYear ? 2000 + shortYear : null);
}

/// <summary>What a text says of a month: its number, its year, or both.</summary>
/// <param name="Year">The calendar year; null when not said.</param>
/// <param name="Month">1 to 12; null when not said.</param>
internal readonly record struct MonthPart(int? Year, int? Month)
{
    /// <summary>The month, when both parts are there.</summary>
    public ReportingMonth? Whole => this is { Year: { } year, Month: { } month } ? new ReportingMonth(year, month) : null;

    /// <summary>Whether a month is one that this could mean.</summary>
    public bool Allows(ReportingMonth month) => (Year is null || Year == month.Year) && (Month is null || Month == month.Month);
}
