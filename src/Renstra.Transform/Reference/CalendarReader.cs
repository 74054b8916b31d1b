using System.Collections.Frozen;
using System.Globalization;
using Renstra.Transform.Calendar;

namespace Renstra.Transform.Reference;

/// <summary>Reads when reports are due and months close.</summary>
internal sealed class CalendarReader
{
    public const string File = "kalender.csv";

    /// <summary>A deadline further away from its month than this is a slip of the pen.</summary>
    private const int MostMonthsToDeadline = 6;

    private const int LongestGraceInMinutes = 23 * 60;

    /// <summary>No reminder comes earlier, in days.</summary>
    private const int LongestAnnouncement = 60;

    private readonly ReferenceTable _table;
    private readonly ILookup<Kind, ReferenceRow> _rows;

    public CalendarReader(ReferenceTables tables)
    {
        _table = tables.Open(File, "Jenis", "Untuk", "Nilai", "Keterangan");
        _rows = _table.SelectRows(row => (Kind: row.OneOf<Kind>("Jenis"), For: row.Optional("Untuk")), line => line)
            .ToLookup(line => line.Value.Kind, line => line.Row);
    }

    private enum Kind
    {
        TanggalBatas,
        MenitTenggang,
        JamPenutupan,
        BatasDiHariLibur,
        HariPengingat,
        Batas,
        Libur,
        TahunTutup,
    }

    public ReportingCalendar Read()
    {
        var rules = new CalendarRules(
            Rule(Kind.TanggalBatas, row => row.Whole("Nilai", 1, 28)),
            TimeSpan.FromMinutes(Rule(Kind.MenitTenggang, row => row.Whole("Nilai", 0, LongestGraceInMinutes))),
            Rule(Kind.JamPenutupan, row => row.Time("Nilai")),
            Rule(Kind.BatasDiHariLibur, row => row.OneOf<HolidayRule>("Nilai")),
            Rule(Kind.HariPengingat, ReminderDays) ?? []);
        if (_rows[Kind.JamPenutupan].FirstOrDefault() is { IsFaulty: false } closing && rules.ClosingTime.ToTimeSpan() < rules.Grace)
        {
            closing.Report("JamPenutupan comes before MenitTenggang is over");
        }

        return new ReportingCalendar(
            rules,
            Deadlines().ToFrozenDictionary(deadline => deadline.Month, deadline => deadline.Day),
            _rows[Kind.Libur].Select(row => Explained(row).Day("Untuk")).ToFrozenSet(),
            _rows[Kind.TahunTutup].Select(row => Explained(row).Year("Untuk")).ToFrozenSet());
    }

    private static IReadOnlyList<int> ReminderDays(ReferenceRow row)
    {
        var days = row.List("Nilai").Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var day) ? day : int.MaxValue).ToList();
        if (days.Exists(day => day > LongestAnnouncement))
        {
            row.Report(string.Create(CultureInfo.InvariantCulture, $"Nilai is '{row.Optional("Nilai")}', which is not a list of whole numbers from 0 to {LongestAnnouncement} such as 5;2;0"));
        }

        return days;
    }

    private static ReferenceRow Explained(ReferenceRow row)
    {
        row.Required("Keterangan");
        row.Empty("Nilai");
        return row;
    }

    private T? Rule<T>(Kind kind, Func<ReferenceRow, T> read)
    {
        if (!_table.IsBroken && !_rows.Contains(kind))
        {
            _table.Report($"the line {kind} is missing");
        }

        T? value = default;
        foreach (var row in _rows[kind])
        {
            row.Empty("Untuk");
            value = read(row);
        }

        return value;
    }

    private IEnumerable<(ReportingMonth Month, DateOnly Day)> Deadlines()
    {
        foreach (var row in _rows[Kind.Batas])
        {
            var (month, day) = (row.Month("Untuk"), row.Day("Nilai"));
            if (row.IsFaulty)
            {
                continue;
            }

            if (day < month.AddMonths(1).FirstDay || day >= month.AddMonths(1 + MostMonthsToDeadline).FirstDay)
            {
                row.Report(string.Create(CultureInfo.InvariantCulture, $"Nilai {day:yyyy-MM-dd} does not lie in the {MostMonthsToDeadline} months after {month}"));
            }

            yield return (month, day);
        }
    }
}
