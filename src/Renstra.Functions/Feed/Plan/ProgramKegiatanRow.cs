using System.ComponentModel;
using Renstra.Transform.Plan;

namespace Renstra.Functions.Feed.Plan;

/// <summary>A line of the programme table, for one year or for the whole period.</summary>
internal sealed record ProgramKegiatanRow
{
    /// <summary>What <see cref="Periode"/> says of the amounts for all years.</summary>
    public const string WholePeriod = "Akhir Renstra";

    public ProgramKegiatanRow(Programme programme, string period, int? year, ProgrammeAmounts amounts)
    {
        KodeProgram = programme.Code;
        Periode = period;
        Tahun = year;
        JenisBaris = programme.Level switch
        {
            ProgrammeLevel.SubKegiatan => "Subkegiatan",
            var level => level.ToString(),
        };
        KodeInduk = programme.ParentCode;
        Nama = programme.Name;
        Kinerja = Text(programme.Performance);
        Satuan = Text(programme.Unit);
        Target = amounts.Target;
        Rupiah = amounts.Rupiah;
        UnitKerja = Text(programme.ResponsibleUnit);
        Lokasi = Text(programme.Location);
        Sumber = programme.Source;
        Catatan = Text(programme.Note);
    }

    [Description("Kode program, kegiatan, atau subkegiatan, misalnya 2.07.02.1.01.0001.")]
    public string KodeProgram { get; }

    [Description("Tahun rencana, atau Akhir Renstra untuk seluruh periode.")]
    public string Periode { get; }

    [Description("Tahun rencana; kosong untuk seluruh periode.")]
    public int? Tahun { get; }

    [Description("Urusan, Program, Kegiatan, atau Subkegiatan. Setiap tingkat sudah memuat tingkat di bawahnya: jumlahkan satu tingkat saja.")]
    public string JenisBaris { get; }

    [Description("Kode baris yang memuat baris ini; kosong untuk baris terluar.")]
    public string? KodeInduk { get; }

    [Description("Nama sebagaimana tercetak.")]
    public string Nama { get; }

    [Description("Kinerja yang dituju; hanya pada subkegiatan.")]
    public string? Kinerja { get; }

    [Description("Satuan target.")]
    public string? Satuan { get; }

    [Description("Target dalam satuannya, sebagaimana tercetak.")]
    public decimal? Target { get; }

    [Description("Pagu dalam rupiah, sebagaimana tercetak.")]
    public decimal? Rupiah { get; }

    [Description("Unit kerja penanggung jawab.")]
    public string? UnitKerja { get; }

    [Description("Lokasi pelaksanaan.")]
    public string? Lokasi { get; }

    [Description("Tabel dan baris dalam Renstra.")]
    public string Sumber { get; }

    [Description("Catatan bila angka sumbernya tidak cocok.")]
    public string? Catatan { get; }

    private static string? Text(string text) => text.Length == 0 ? null : text;
}
