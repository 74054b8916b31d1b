namespace Renstra.LocalHost.Summary;

/// <summary>What the summary reads of a row of <c>Kinerja</c>.</summary>
internal sealed record PerformanceLine(
    DateOnly Bulan,
    string KodeIndikator,
    string NamaIndikator,
    decimal? Realisasi,
    decimal? Target,
    decimal? RasioCapaian,
    string? Kategori,
    int? UrutanKategori,
    int WilayahMelapor,
    int WilayahWajib,
    string? WilayahBelum,
    int? PenetapanKe);

/// <summary>What the summary reads of a row of <c>Penetapan</c>.</summary>
internal sealed record ReleaseLine(DateOnly Bulan, int PenetapanKe, string BukuKerja);

/// <summary>What the summary reads of a row of <c>LaporanMasuk</c>.</summary>
internal sealed record SubmissionLine(string LaporanMasuk, string NamaBerkas, string? NamaWilayahFolder, string? Putusan, string NomorTandaTerima);

/// <summary>What the summary reads of a row of <c>CatatanVerifikasi</c>.</summary>
internal sealed record FindingLine(string LaporanMasuk, string KodeCatatan, string TingkatCatatan, string Uraian);

/// <summary>What the summary reads of a row of <c>KepatuhanLaporan</c>.</summary>
internal sealed record DueLine(string StatusKepatuhan);

/// <summary>What the summary reads of a row of <c>Pengingat</c>.</summary>
internal sealed record ReminderLine(string KodeWilayah);
