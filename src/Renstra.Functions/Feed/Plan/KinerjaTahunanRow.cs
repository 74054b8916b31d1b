using System.ComponentModel;
using Renstra.Transform.Plan;

namespace Renstra.Functions.Feed.Plan;

/// <summary>An indicator of the previous plan in one year.</summary>
internal sealed record KinerjaTahunanRow
{
    public KinerjaTahunanRow(AnnualResult result)
    {
        Nomor = result.Number;
        Tahun = result.Year;
        NamaIndikator = result.Name;
        Satuan = result.Unit;
        Jenis = result.Kind.ToString();
        Bidang = result.Division;
        Target = result.Target;
        Realisasi = result.Realisation;
        RasioCapaian = result.Achievement;
        Pembilang = result.Numerator;
        Penyebut = result.Denominator;
        Sumber = result.Source;
        Catatan = result.Note.Length == 0 ? null : result.Note;
    }

    [Description("Nomor indikator dalam Tabel 2.3.1, 1 sampai 18.")]
    public int Nomor { get; }

    [Description("2022 atau 2023.")]
    public int Tahun { get; }

    [Description("Nama indikator sebagaimana tercetak dalam tabel.")]
    public string NamaIndikator { get; }

    [Description("Satuan target dan realisasi.")]
    public string Satuan { get; }

    [Description("Cara menghitung realisasi: Proporsi, Pertumbuhan, atau Nilai.")]
    public string Jenis { get; }

    [Description("Bidang pada dinas yang melaporkan.")]
    public string Bidang { get; }

    [Description("Target sebagaimana tercetak.")]
    public decimal Target { get; }

    [Description("Realisasi sebagaimana tercetak.")]
    public decimal Realisasi { get; }

    [Description("Rasio capaian sebagaimana tercetak, dalam persen.")]
    public decimal RasioCapaian { get; }

    [Description("Pembilang menurut narasi; kosong bila narasi tidak menyebutnya.")]
    public decimal? Pembilang { get; }

    [Description("Penyebut menurut narasi, pada pertumbuhan angka tahun sebelumnya; kosong bila narasi tidak menyebutnya.")]
    public decimal? Penyebut { get; }

    [Description("Tabel dan baris dalam Renstra.")]
    public string Sumber { get; }

    [Description("Catatan bila sumbernya tidak konsisten.")]
    public string? Catatan { get; }
}
