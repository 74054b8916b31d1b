using System.ComponentModel;
using System.Globalization;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Transform.Plan;

namespace Renstra.Functions.Feed.Sets;

/// <summary>The province-funded part of Table 6.1 of the plan.</summary>
internal sealed class ProgramKegiatanSet() : ReferenceSet<ProgramKegiatanRow>(
    "ProgramKegiatan",
    "Program, kegiatan, dan subkegiatan 2024–2026 beserta pagunya sebagaimana tercetak dalam Tabel 6.1 Renstra.",
    nameof(ProgramKegiatanRow.KodeProgram),
    nameof(ProgramKegiatanRow.Periode))
{
    /// <summary>What <see cref="ProgramKegiatanRow.Periode"/> says of the amounts for all years.</summary>
    private const string WholePeriod = "Akhir Renstra";

    protected override IEnumerable<ProgramKegiatanRow> Rows(FeedReading reading) =>
        reading.Reference.Programmes.SelectMany(programme => programme.Years
            .Select(year => new ProgramKegiatanRow(programme, year.Year.ToString(CultureInfo.InvariantCulture), year.Year, year.Amounts))
            .Append(new ProgramKegiatanRow(programme, WholePeriod, null, programme.Period)));
}

/// <summary>A line of the programme table, for one year or for the whole period.</summary>
internal sealed class ProgramKegiatanRow(Programme programme, string period, int? year, ProgrammeAmounts amounts)
{
    [Description("Kode program, kegiatan, atau subkegiatan, misalnya 2.07.02.1.01.0001.")]
    public string KodeProgram { get; } = programme.Code;

    [Description("Tahun rencana, atau Akhir Renstra untuk seluruh periode.")]
    public string Periode { get; } = period;

    [Description("Tahun rencana; kosong untuk seluruh periode.")]
    [Unit("tahun")]
    public int? Tahun { get; } = year;

    [Description("Urusan, Program, Kegiatan, atau Subkegiatan. Setiap tingkat sudah memuat tingkat di bawahnya: jumlahkan satu tingkat saja.")]
    public string JenisBaris { get; } = programme.Level switch
    {
        ProgrammeLevel.SubKegiatan => "Subkegiatan",
        var level => level.ToString(),
    };

    [Description("Kode baris yang memuat baris ini; kosong untuk baris terluar.")]
    public string? KodeInduk { get; } = programme.ParentCode;

    [Description("Nama sebagaimana tercetak.")]
    public string Nama { get; } = programme.Name;

    [Description("Kinerja yang dituju; hanya pada subkegiatan.")]
    [Empty("selain pada subkegiatan")]
    public string? Kinerja { get; } = Text(programme.Performance);

    [Description("Satuan target.")]
    [Empty("bila tidak tercetak")]
    public string? Satuan { get; } = Text(programme.Unit);

    [Description("Target dalam satuannya, sebagaimana tercetak.")]
    [Unit("satuan di kolom Satuan")]
    [Empty("bila tidak tercetak")]
    public decimal? Target { get; } = amounts.Target;

    [Description("Pagu dalam rupiah, sebagaimana tercetak.")]
    [Unit("rupiah")]
    [Empty("bila tidak tercetak")]
    public decimal? Rupiah { get; } = amounts.Rupiah;

    [Description("Unit kerja penanggung jawab.")]
    [Empty("bila tidak tercetak")]
    public string? UnitKerja { get; } = Text(programme.ResponsibleUnit);

    [Description("Lokasi pelaksanaan.")]
    [Empty("bila tidak tercetak")]
    public string? Lokasi { get; } = Text(programme.Location);

    [Description("Tabel dan baris dalam Renstra.")]
    public string Sumber { get; } = programme.Source;

    [Description("Catatan bila angka sumbernya tidak cocok.")]
    [Empty("bila tidak ada catatan")]
    public string? Catatan { get; } = Text(programme.Note);

    private static string? Text(string text) => text.Length == 0 ? null : text;
}
