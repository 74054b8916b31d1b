using System.ComponentModel;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Transform.Plan;

namespace Renstra.Functions.Feed.Sets;

/// <summary>Table 2.3.1 of the plan.</summary>
internal sealed class KinerjaTahunanSet() : ReferenceSet<KinerjaTahunanRow>(
    "KinerjaTahunan",
    "Delapan belas indikator tahun 2022 dan 2023 sebagaimana tercetak dalam Tabel 2.3.1 Renstra.",
    nameof(KinerjaTahunanRow.Nomor),
    nameof(KinerjaTahunanRow.Tahun))
{
    protected override IEnumerable<KinerjaTahunanRow> Rows(FeedReading reading) => reading.Reference.History.Select(result => new KinerjaTahunanRow(result));
}

/// <summary>An indicator of the previous plan in one year.</summary>
internal sealed class KinerjaTahunanRow(AnnualResult result)
{
    [Description("Nomor indikator dalam Tabel 2.3.1, 1 sampai 18.")]
    [Unit("nomor")]
    public int Nomor { get; } = result.Number;

    [Description("2022 atau 2023.")]
    [Unit("tahun")]
    public int Tahun { get; } = result.Year;

    [Description("Nama indikator sebagaimana tercetak dalam tabel.")]
    public string NamaIndikator { get; } = result.Name;

    [Description("Satuan target dan realisasi.")]
    public string Satuan { get; } = result.Unit;

    [Description("Cara menghitung realisasi: Proporsi, Pertumbuhan, atau Nilai.")]
    public string Jenis { get; } = result.Kind.ToString();

    [Description("Bidang pada dinas yang melaporkan.")]
    public string Bidang { get; } = result.Division;

    [Description("Target sebagaimana tercetak.")]
    [Unit("satuan indikator, di kolom Satuan")]
    public decimal Target { get; } = result.Target;

    [Description("Realisasi sebagaimana tercetak.")]
    [Unit("satuan indikator, di kolom Satuan")]
    public decimal Realisasi { get; } = result.Realisation;

    [Description("Rasio capaian sebagaimana tercetak, dalam persen.")]
    [Unit("persen")]
    public decimal RasioCapaian { get; } = result.Achievement;

    [Description("Pembilang menurut narasi; kosong bila narasi tidak menyebutnya.")]
    [Unit("satuan menurut narasi")]
    public decimal? Pembilang { get; } = result.Numerator;

    [Description("Penyebut menurut narasi, pada pertumbuhan angka tahun sebelumnya; kosong bila narasi tidak menyebutnya.")]
    [Unit("satuan menurut narasi")]
    public decimal? Penyebut { get; } = result.Denominator;

    [Description("Tabel dan baris dalam Renstra.")]
    public string Sumber { get; } = result.Source;

    [Description("Catatan bila sumbernya tidak konsisten.")]
    [Empty("bila tidak ada catatan")]
    public string? Catatan { get; } = result.Note.Length == 0 ? null : result.Note;
}
