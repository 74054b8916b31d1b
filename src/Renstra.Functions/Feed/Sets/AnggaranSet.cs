using System.ComponentModel;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Transform.Plan;

namespace Renstra.Functions.Feed.Sets;

/// <summary>Table 2.3.2 of the plan.</summary>
internal sealed class AnggaranSet() : ReferenceSet<AnggaranRow>(
    "Anggaran",
    "Anggaran dan realisasinya tahun 2022 dan 2023 sebagaimana tercetak dalam Tabel 2.3.2 Renstra.",
    nameof(AnggaranRow.Urutan))
{
    protected override IEnumerable<AnggaranRow> Rows(FeedReading reading) =>
        reading.Reference.Budget.Select((line, index) => new AnggaranRow(line, index + 1));
}

/// <summary>A line of the budget table in one year.</summary>
internal sealed class AnggaranRow(BudgetLine line, int order)
{
    [Description("Urutan baris, mulai dari 1.")]
    [Unit("urutan")]
    public int Urutan { get; } = order;

    [Description("Pendapatan, jenis belanja, atau jumlah.")]
    public string Uraian { get; } = line.Item;

    [Description("2022 atau 2023.")]
    [Unit("tahun")]
    public int Tahun { get; } = line.Year;

    [Description("Anggaran dalam rupiah, sebagaimana tercetak.")]
    [Unit("rupiah")]
    public decimal Anggaran { get; } = line.Budget;

    [Description("Realisasi dalam rupiah, sebagaimana tercetak.")]
    [Unit("rupiah")]
    public decimal RealisasiAnggaran { get; } = line.Realisation;

    [Description("Realisasi dibandingkan dengan anggaran dalam persen, sebagaimana tercetak.")]
    [Unit("persen")]
    public decimal RasioPenyerapan { get; } = line.Ratio;

    [Description("Kolom rata-rata pertumbuhan anggaran, dalam rupiah, sebagaimana tercetak.")]
    [Unit("rupiah")]
    public decimal RataRataAnggaran { get; } = line.AverageBudget;

    [Description("Kolom rata-rata pertumbuhan realisasi, dalam rupiah, sebagaimana tercetak.")]
    [Unit("rupiah")]
    public decimal RataRataRealisasi { get; } = line.AverageRealisation;

    [Description("Tabel dan baris dalam Renstra.")]
    public string Sumber { get; } = line.Source;

    [Description("Catatan bila sumbernya keliru.")]
    [Empty("bila tidak ada catatan")]
    public string? Catatan { get; } = line.Note.Length == 0 ? null : line.Note;
}
