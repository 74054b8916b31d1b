using System.ComponentModel;
using Renstra.Transform.Plan;

namespace Renstra.Functions.Feed.Plan;

/// <summary>A line of the budget table in one year.</summary>
internal sealed record AnggaranRow
{
    public AnggaranRow(BudgetLine line, int order)
    {
        Urutan = order;
        Uraian = line.Item;
        Tahun = line.Year;
        Anggaran = line.Budget;
        RealisasiAnggaran = line.Realisation;
        RasioPenyerapan = line.Ratio;
        RataRataAnggaran = line.AverageBudget;
        RataRataRealisasi = line.AverageRealisation;
        Sumber = line.Source;
        Catatan = line.Note.Length == 0 ? null : line.Note;
    }

    [Description("Urutan baris, mulai dari 1.")]
    public int Urutan { get; }

    [Description("Pendapatan, jenis belanja, atau jumlah.")]
    public string Uraian { get; }

    [Description("2022 atau 2023.")]
    public int Tahun { get; }

    [Description("Anggaran dalam rupiah, sebagaimana tercetak.")]
    public decimal Anggaran { get; }

    [Description("Realisasi dalam rupiah, sebagaimana tercetak.")]
    public decimal RealisasiAnggaran { get; }

    [Description("Realisasi dibandingkan dengan anggaran dalam persen, sebagaimana tercetak.")]
    public decimal RasioPenyerapan { get; }

    [Description("Kolom rata-rata pertumbuhan anggaran, dalam rupiah, sebagaimana tercetak.")]
    public decimal RataRataAnggaran { get; }

    [Description("Kolom rata-rata pertumbuhan realisasi, dalam rupiah, sebagaimana tercetak.")]
    public decimal RataRataRealisasi { get; }

    [Description("Tabel dan baris dalam Renstra.")]
    public string Sumber { get; }

    [Description("Catatan bila sumbernya keliru.")]
    public string? Catatan { get; }
}
