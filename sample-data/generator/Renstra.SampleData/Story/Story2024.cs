namespace Renstra.SampleData.Story;

/// <summary>
/// What did not go as it should in 2024, by region and month reported about. Every other region and month is sent once, in time
/// and without mistakes.
/// </summary>
internal static class Story2024
{
    private static readonly IReadOnlyList<Episode> Never = [];

    private static readonly Dictionary<(string Region, int Month), IReadOnlyList<Episode>> Exceptions = new()
    {
        [("53.01", 6)] =
        [
            new("2024-07-05 10:12", "Wilayah keliru dipilih dari daftar: Kota Kupang")
            {
                ReturnedFor = "I05",
                Damage = form => form.SetRegion("Kota Kupang"),
            },
            new("2024-07-08 09:31", "Perbaikan wilayah, masih tepat waktu") { Suffix = " - perbaikan" },
        ],
        [("53.02", 8)] =
        [
            new("2024-09-05 11:20", "Versi pertama; penempatan dan pendaftaran kurang lengkap") { Wrote = Miswritten.By("IKU-2", -6, -9) },
            new("2024-09-24 14:45", "Revisi setelah bulan ditutup: penetapan kedua") { Suffix = " REVISI" },
        ],
        [("53.03", 1)] =
        [
            new("2024-02-06 13:05", "Penyebut IKU-3 lupa diisi") { ReturnedFor = "N06", Wrote = Miswritten.HalfBlank("IKU-3") },
            new("2024-02-09 08:40", "Perbaikan") { Suffix = " (lengkap)" },
        ],
        [("53.04", 5)] =
        [
            new("2024-06-06 09:02", "Formulir menyebut Kabupaten Malaka, folder milik Belu")
            {
                ReturnedFor = "I05",
                Damage = form => form.SetRegion("Kabupaten Malaka"),
            },
            new("2024-06-07 08:15", "Perbaikan wilayah") { Suffix = " (benar)" },
        ],
        [("53.04", 9)] =
        [
            new("2024-10-04 10:50", "Benar; tetap berlaku karena perbaikannya dikembalikan"),
            new("2024-10-16 15:20", "Perbaikan yang keliru: tulisan di sel angka; tidak pernah diperbaiki")
            {
                Suffix = " perbaikan",
                ReturnedFor = "N01",
                Damage = form => form.SetNumerator("IKU-2", "lihat lampiran"),
            },
        ],
        [("53.05", 3)] =
        [
            new("2024-04-05 11:33", "Tulisan di sel angka")
            {
                ReturnedFor = "N01",
                Damage = form => form.SetNumerator("IKU-3", "menyusul"),
            },
            new("2024-04-16 09:10", "Perbaikan, sudah lewat penutupan") { Suffix = " (2)" },
        ],
        [("53.05", 9)] = [new("2024-10-11 02:40", "Terlambat, tetapi sebelum penutupan pukul 06.00")],
        [("53.06", 5)] =
        [
            new("2024-06-07 13:58", "Sama dengan kiriman berikutnya"),
            new("2024-06-07 14:05", "Berkas yang sama dikirim dua kali") { Suffix = " (1)" },
        ],
        [("53.07", 2)] = [new("2024-04-03 10:05", "Terlambat: dikirim bersama laporan Maret, sesudah penutupan")],
        [("53.07", 3)] = [new("2024-04-03 10:06", "Dikirim bersama laporan Februari yang terlambat")],
        [("53.08", 1)] =
        [
            new("2024-02-07 14:22", "Tahun keliru: 2023, dan karena itu lain dari nama berkasnya")
            {
                ReturnedFor = "I04;I06",
                Damage = form => form.SetYear(2023),
            },
            new("2024-02-08 08:55", "Perbaikan tahun") { Suffix = "_perbaikan" },
        ],
        [("53.08", 12)] = [new("2025-02-05 09:30", "Desember yang tiba pada bulan Februari")],
        [("53.09", 8)] =
        [
            new("2024-09-06 10:44", "Norma kerja salah ketik, terlalu tinggi 40") { Wrote = Miswritten.By("IKU-4", 40) },
            new("2024-09-18 13:12", "Revisi setelah bulan ditutup; angka kumulatif turun") { Suffix = " revisi" },
        ],
        [("53.10", 3)] =
        [
            new("2024-04-04 09:48", "Versi pertama; beberapa pencari kerja belum tercatat") { Wrote = Miswritten.By("IKU-2", -3, -5) },
            new("2024-06-12 11:05", "Revisi bulan lama setelah bulan-bulan berikutnya masuk") { Suffix = " (revisi)" },
        ],
        [("53.10", 10)] =
        [
            new("2024-11-06 10:27", "Angka negatif") { ReturnedFor = "N03", Damage = form => form.SetNumerator("IKU-2", -4) },
            new("2024-11-08 09:19", "Perbaikan") { Suffix = " (perbaikan)" },
        ],
        [("53.11", 4)] = [new("2024-05-11 00:09", "Sembilan menit lewat tenggat, masih dalam tenggang: tepat waktu")],
        [("53.12", 8)] =
        [
            new("2024-09-05 15:36", "Baris IKU-6 terhapus") { ReturnedFor = "T02", Damage = form => form.ClearRow("IKU-6") },
            new("2024-09-09 10:03", "Perbaikan") { Suffix = " (perbaikan)" },
        ],
        [("53.13", 6)] =
        [
            new("2024-07-19 11:41", "Terlambat, sesudah penutupan; IKU-3 kosong: belum dilaporkan")
            {
                Wrote = Miswritten.Blank("IKU-3"),
            },
        ],
        [("53.13", 10)] =
        [
            new("2024-11-07 16:02", "Huruf O di antara angka; tidak pernah diperbaiki")
            {
                ReturnedFor = "N01",
                Damage = form => form.SetNumerator("IKU-2", "1O"),
            },
        ],
        [("53.14", 11)] = Never,
        [("53.14", 12)] = Never,
        [("53.15", 2)] =
        [
            new("2024-03-06 09:57", "Pembilang dan penyebut IKU-4 tertukar") { ReturnedFor = "N04", Wrote = Miswritten.Swapped("IKU-4") },
            new("2024-03-08 10:30", "Perbaikan") { Suffix = " rev" },
        ],
        [("53.16", 11)] =
        [
            new("2024-12-06 14:11", "Angka pecahan") { ReturnedFor = "N02", Damage = form => form.SetDenominator("IKU-2", 12.5m) },
            new("2024-12-17 09:25", "Perbaikan, sudah lewat penutupan") { Suffix = "_perbaikan" },
        ],
        [("53.17", 1)] = Never,
        [("53.17", 2)] = Never,
        [("53.17", 3)] = Never,
        [("53.17", 4)] = Never,
        [("53.17", 12)] =
        [
            new("2025-01-09 10:18", "Dikirim dinas provinsi karena jaringan di Sumba Tengah putus")
            {
                IsFromProvince = true,
                Suffix = " (lewat provinsi)",
            },
        ],
        [("53.18", 7)] =
        [
            new("2024-08-05 08:33", "Versi pertama; penempatan ke luar negeri belum semua tercatat")
            {
                Wrote = Miswritten.By("IKU-2", -11),
            },
            new("2024-08-09 16:20", "Revisi sebelum bulan ditutup") { Suffix = " FIX" },
        ],
        [("53.19", 6)] = [new("2024-07-12 10:29", "Terlambat, sesudah penutupan")],
        [("53.19", 10)] = [new("2024-11-14 13:50", "Terlambat, sesudah penutupan")],
        [("53.20", 4)] = Never,
        [("53.20", 7)] =
        [
            new("2024-08-08 11:47", "Penyebut IKU-4 kosong; tidak pernah diperbaiki")
            {
                ReturnedFor = "N06",
                Wrote = Miswritten.HalfBlank("IKU-4"),
            },
        ],
        [("53.21", 9)] =
        [
            new("2024-10-07 09:40", "IKU-5: dua kawasan difasilitasi dari satu") { ReturnedFor = "N04", Wrote = Miswritten.By("IKU-5", 1) },
            new("2024-10-09 08:22", "Perbaikan") { Suffix = " (perbaikan)" },
        ],
        [("53.71", 7)] =
        [
            new("2024-08-06 09:14", "Versi pertama; peserta pelatihan kerja swasta ikut terhitung")
            {
                Wrote = Miswritten.By("IKU-2", 9, 9),
            },
            new("2024-08-09 14:37", "Revisi sebelum bulan ditutup") { Suffix = " - revisi" },
        ],
    };

    /// <summary>What happened with a month of a region; null when it went as it should.</summary>
    public static IReadOnlyList<Episode>? Find(string region, int month) => Exceptions.GetValueOrDefault((region, month));
}
