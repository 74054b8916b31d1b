using System.Globalization;
using Renstra.Functions.Feed.Query;
using Renstra.Functions.Feed.Reference;

namespace Renstra.Functions.Feed.Plan;

/// <summary>The province-funded part of Table 6.1 of the plan.</summary>
internal sealed class ProgramKegiatanSet() : ReferenceSet<ProgramKegiatanRow>(
    "ProgramKegiatan",
    "Program, kegiatan, dan subkegiatan 2024–2026 beserta pagunya sebagaimana tercetak dalam Tabel 6.1 Renstra.",
    nameof(ProgramKegiatanRow.KodeProgram),
    nameof(ProgramKegiatanRow.Periode))
{
    protected override IEnumerable<ProgramKegiatanRow> Rows(FeedReading reading) =>
        reading.Reference.Programmes.SelectMany(programme => programme.Years
            .Select(year => new ProgramKegiatanRow(programme, year.Year.ToString(CultureInfo.InvariantCulture), year.Year, year.Amounts))
            .Append(new ProgramKegiatanRow(programme, ProgramKegiatanRow.WholePeriod, null, programme.Period)));
}
