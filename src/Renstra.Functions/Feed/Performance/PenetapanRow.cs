using System.ComponentModel;

namespace Renstra.Functions.Feed.Performance;

/// <summary>A release.</summary>
internal sealed record PenetapanRow
{
    [Description("Bulan yang ditetapkan, ditulis sebagai hari pertamanya.")]
    public required DateOnly Bulan { get; init; }

    [Description("Penetapan keberapa untuk bulan itu, mulai dari 1.")]
    public required int PenetapanKe { get; init; }

    [Description("Benar bila penetapan ini yang berlaku sekarang.")]
    public required bool Berlaku { get; init; }

    [Description("Waktu penetapan.")]
    public required DateTimeOffset DitetapkanPada { get; init; }

    [Description("Banyaknya laporan yang telah diterima untuk bulan itu pada waktu penetapan.")]
    public required int LaporanDiterima { get; init; }

    [Description("Banyaknya laporan yang wajib untuk bulan itu.")]
    public required int LaporanWajib { get; init; }

    [Description("Laporan yang belum ada pada waktu penetapan: nama wilayah dan pemegang data, dipisahkan titik koma.")]
    public string? LaporanBelum { get; init; }

    [Description("Sidik jari dari semua yang menentukan hasil penetapan; sidik jari yang sama berarti hasil yang sama.")]
    public required string SidikJari { get; init; }

    [Description("Versi data acuan yang dipakai, seluruhnya.")]
    public required string VersiReferensi { get; init; }

    [Description("Versi bagian data acuan yang menentukan angka (indikator, target, skala), sebagaimana tercetak pada berkas penetapan.")]
    public required string VersiAcuanAngka { get; init; }

    [Description("Versi cara penghitungan yang dipakai.")]
    public required int VersiPerhitungan { get; init; }

    [Description("Buku kerja penetapan (xlsx): nama blob dalam kontainer penetapan.")]
    public required string BukuKerja { get; init; }

    [Description("Tabel penetapan sebagai CSV: nama blob dalam kontainer penetapan.")]
    public required string BerkasCsv { get; init; }

    [Description("Daftar laporan dan versi yang mendasari penetapan (JSON): nama blob dalam kontainer penetapan.")]
    public required string BerkasAsal { get; init; }
}
