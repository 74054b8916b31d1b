using System.ComponentModel;

namespace Renstra.Functions.Feed.Status;

/// <summary>How fresh the data are.</summary>
internal sealed record StatusDataRow
{
    [Description("Selalu Renstra: kunci satu-satunya baris.")]
    public required string Sistem { get; init; }

    [Description("Waktu data ini dibaca.")]
    public required DateTimeOffset DibacaPada { get; init; }

    [Description("Waktu penyerahan berkas terakhir yang diterima, dalam dua belas bulan terakhir.")]
    public DateTimeOffset? KirimanTerakhirPada { get; init; }

    [Description("Waktu pemeriksaan berkas terakhir yang selesai.")]
    public DateTimeOffset? PemeriksaanTerakhirPada { get; init; }

    [Description("Waktu penetapan terakhir, untuk bulan mana pun.")]
    public DateTimeOffset? PenetapanTerakhirPada { get; init; }

    [Description("Bulan terakhir yang sudah ditetapkan, ditulis sebagai hari pertamanya.")]
    public DateOnly? BulanTetapTerakhir { get; init; }

    [Description("Versi data acuan (indikator, target, skala) yang dipakai.")]
    public required string VersiReferensi { get; init; }

    [Description("Benar bila perubahan data acuan terakhir ditolak karena keliru, sehingga versi sebelumnya tetap dipakai.")]
    public required bool PerubahanReferensiDitolak { get; init; }

    [Description("Banyaknya kiriman yang ditarik menurut penarikan.csv dan tidak berlaku lagi.")]
    public required int KirimanDitarik { get; init; }

    [Description("Kiriman dalam penarikan.csv yang tidak pernah diterima, dipisahkan titik koma: periksa penulisannya.")]
    public string? PenarikanTakDikenal { get; init; }

    [Description("Versi cara penghitungan yang dipakai.")]
    public required int VersiPerhitungan { get; init; }

    [Description("Versi aplikasi.")]
    public required string VersiAplikasi { get; init; }
}
