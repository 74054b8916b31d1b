using Renstra.Transform.Reference;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Tests.Reference;

public sealed class ReferenceDataTests
{
    private static readonly ReferenceFiles Shipped = ReferenceFiles.Shipped;

    [Theory]
    [InlineData("wilayah.csv", 2, "53,53,Negara,Nusa Tenggara Timur,NTT", "Tingkat is 'Negara', which is not one of Provinsi, Kabupaten, Kota")]
    [InlineData("wilayah.csv", 3, "5301,5303,Kabupaten,Kupang,", "KodeKemendagri is '5301', which is not a region code such as 53.02")]
    [InlineData("wilayah.csv", 3, "53.01,53.03,Kabupaten,Kupang,", "KodeBps is '53.03'; the statistics office writes 5304, and 53 for the province")]
    [InlineData("wilayah.csv", 3, "53.01,5304,Kabupaten,Kupang,", "KodeBps 5304 already belongs to 53.01", 4)]
    [InlineData("wilayah.csv", 3, "53.02,5303,Kabupaten,Kupang,", "says the same as line 3 once more: 53.02", 4)]
    [InlineData("wilayah.csv", 3, "53.01,5303,Kabupaten,,", "Nama is empty")]
    [InlineData("wilayah.csv", 3, "53.01,5303,Kabupaten,Kupang,Flotim", "the name FLOTIM already belongs to 53.01", 8)]
    [InlineData("wilayah.csv", 6, "53.05,5307,Kabupaten,Alor,Sikka", "the name SIKKA already belongs to 53.05", 9)]
    [InlineData("wilayah.csv", 3, "53.01,5303,Kabupaten", "3 fields where the header has 5")]
    [InlineData("wilayah.csv", 1, "KodeKemendagri,KodeBps,Tingkat,Nama,Alias,Nama", "the column Nama stands more than once")]
    [InlineData("indikator.csv", 2, "iku-1,Nama,%,Proporsi,Naik,2,KAB,Bidang,2024,2026,Tabel", "Kode is 'iku-1', which is not an indicator code such as IKU-1")]
    [InlineData("indikator.csv", 2, "IKU-1,Nama,%,Rasio,Naik,2,KAB,Bidang,2024,2026,Tabel", "Jenis is 'Rasio', which is not one of ")]
    [InlineData("indikator.csv", 2, "IKU-1,Nama,%,Proporsi,0,2,KAB,Bidang,2024,2026,Tabel", "Polaritas is '0', which is not one of Naik, Turun")]
    [InlineData("indikator.csv", 2, "IKU-1,Nama,%,Proporsi,Naik,5,KAB,Bidang,2024,2026,Tabel", "Desimal is '5', which is not a whole number from 0 to 4")]
    [InlineData("indikator.csv", 2, "IKU-1,Nama,%,Proporsi,Naik,2,Kab,Bidang,2024,2026,Tabel", "PemegangData is 'Kab', which is not a data holder such as KAB")]
    [InlineData("indikator.csv", 2, "IKU-1,Nama,%,Proporsi,Naik,2,KAB,Bidang,2026,2024,Tabel", "TahunAkhir is before TahunAwal")]
    [InlineData("indikator.csv", 2, "IKU-1,Nama,%,Proporsi,Naik,2,KAB,Bidang,24,26,Tabel", "TahunAwal is '24', which is not a whole number from 2018 to 2100")]
    [InlineData("indikator.csv", 2, "IKU-1,Nama,%,Nilai,Naik,2,KAB,Bidang,2024,2026,Tabel", "IKU-1 has a Penyebut in komponen.csv, which a Nilai has not")]
    [InlineData("indikator.csv", 2, "IKU-2,Nama,%,Proporsi,Naik,2,KAB,Bidang,2024,2026,Tabel", "says the same as line 2 once more: IKU-2", 3)]
    [InlineData("komponen.csv", 2, "IKU-1,Atas,Nama,orang,Jumlah,0,Tabel", "Peran is 'Atas', which is not one of Pembilang, Penyebut")]
    [InlineData("komponen.csv", 2, "IKU-1,Pembilang,Nama,orang,Rerata,0,Tabel", "Akumulasi is 'Rerata', which is not one of ")]
    [InlineData("komponen.csv", 2, "IKU-8,Pembilang,Nama,orang,Jumlah,0,Tabel", "Indikator IKU-8 has no line in indikator.csv")]
    [InlineData("keberlakuan.csv", 2, "IKU-9,53.01,2024,2026,Tabel,", "Indikator IKU-9 has no line in indikator.csv")]
    [InlineData("keberlakuan.csv", 2, "IKU-1,53.99,2024,2026,Tabel,", "KodeWilayah 53.99 has no line in wilayah.csv")]
    [InlineData("keberlakuan.csv", 2, "IKU-1,53.02,2024,2026,Tabel,", "says the same as line 2 once more: (IKU-1, 53.02, 2024)", 3)]
    [InlineData("skala.csv", 2, "Renstra,1,Sangat Berhasil,delapan puluh,", "BatasBawah is 'delapan puluh', which is not a number such as 12.40")]
    [InlineData("skala.csv", 2, "Renstra,1,Sangat Berhasil,\"80,5\",", "BatasBawah is '80,5', which is not a number such as 12.40")]
    [InlineData("skala.csv", 2, "Renstra,1,Sangat Berhasil,70,", "BatasBawah must fall from each Urutan to the next: Berhasil needs less than Sangat Berhasil", 3)]
    [InlineData("skala.csv", 5, "Renstra,4,Belum Berhasil,10,", "BatasBawah of Belum Berhasil must be 0: the worst label of a scale has no lower bound")]
    [InlineData("skala.csv", 5, "Renstra,4,Berhasil,0,", "the scale Renstra has the Label Berhasil already")]
    [InlineData("skala.csv", 5, "Renstra,0,Belum Berhasil,0,", "Urutan is '0', which is not a whole number from 1 to 20")]
    [InlineData("aturan.csv", 2, "Z99,,Kesalahan,", "Kode Z99 is no finding code")]
    [InlineData("aturan.csv", 2, "I01,,Galat,", "Tingkat is 'Galat', which is not one of Kesalahan, Peringatan")]
    [InlineData("aturan.csv", 2, "I01,IKU-99,Kesalahan,", "Indikator IKU-99 has no line in indikator.csv")]
    [InlineData("pengaturan.csv", 2, "BulanPertama,Januari 2024,", "Nilai is 'Januari 2024', which is not a month such as 2024-07")]
    [InlineData("pengaturan.csv", 2, "BulanKedua,2024-02,", "Pengaturan BulanKedua is unknown; there are BulanPertama and Skala")]
    [InlineData("pengaturan.csv", 3, "Skala,Renstr,", "Skala is 'Renstr'; skala.csv has Renstra, LAKIP, Permendagri86")]
    [InlineData("pengaturan.csv", 3, "BulanPertama,2024-02,", "says the same as line 2 once more: BulanPertama")]
    [InlineData("kinerja-tahunan.csv", 2, "19,2022,Nama,%,Proporsi,Bidang,96,77.81,81.06,1,2,Tabel,", "Nomor is '19', which is not a whole number from 1 to 18")]
    [InlineData("kinerja-tahunan.csv", 2, "1,2022,Nama,%,Rasio,Bidang,96,77.81,81.06,1,2,Tabel,", "Jenis is 'Rasio', which is not one of ")]
    [InlineData("kinerja-tahunan.csv", 2, "1,2022,Nama,%,Proporsi,Bidang,0,77.81,81.06,1,2,Tabel,", "Target must be over 0: achievements are divided by it")]
    [InlineData("kinerja-tahunan.csv", 2, "1,2022,Nama,%,Proporsi,Bidang,96,77.81,81.06,1,,Tabel,", "Pembilang and Penyebut stand together or not at all")]
    [InlineData("kinerja-tahunan.csv", 2, "1,2023,Nama,%,Proporsi,Bidang,96,77.81,81.06,1,2,Tabel,", "says the same as line 2 once more: (1, 2023)", 3)]
    [InlineData("kategori-tercetak.csv", 2, "484,1,2021,81.06,Sangat Berhasil,", "kinerja-tahunan.csv has no such Nomor and Tahun")]
    [InlineData("kategori-tercetak.csv", 2, "490,1,2022,81.06,Sangat Berhasil,", "says the same as line 2 once more: 490", 3)]
    [InlineData("anggaran.csv", 2, "Pendapatan,2022,350.200.000,1,2,3,4,Tabel,", "Anggaran is '350.200.000', which is not a number such as 12.40")]
    [InlineData("anggaran.csv", 2, "Pendapatan,2023,1,1,2,3,4,Tabel,", "says the same as line 2 once more: (Pendapatan, 2023)", 3)]
    [InlineData("program-kegiatan.csv", 2, "X.XX.01.1,Nama,,,,1,,1,,1,,3,,,Tabel,", "Kode is 'X.XX.01.1', which has not the parts of a code such as 2.07.02.1.01.0001")]
    [InlineData("program-kegiatan.csv", 3, "9.99.01.1.01,Nama,,,,1,,1,,1,,3,,,Tabel,", "Kode 9.99.01.1.01 is part of 9.99.01, which has no line")]
    [InlineData("program-kegiatan.csv", 3, "X.XX.01.1.01,Nama,,,satu,1,,1,,1,,3,,,Tabel,", "Target2024 is 'satu', which is not a number such as 12.40")]
    [InlineData("kalender.csv", 2, "TanggalBatas,,31,", "Nilai is '31', which is not a whole number from 1 to 28")]
    [InlineData("kalender.csv", 2, "TanggalBatas,2024-07,10,", "Untuk must be empty here")]
    [InlineData("kalender.csv", 2, "MenitTenggang,,15,", "says the same as line 2 once more: (MenitTenggang, )", 3)]
    [InlineData("kalender.csv", 3, "MenitTenggang,,1440,", "Nilai is '1440', which is not a whole number from 0 to 1380")]
    [InlineData("kalender.csv", 3, "MenitTenggang,,400,", "JamPenutupan comes before MenitTenggang is over", 4)]
    [InlineData("kalender.csv", 4, "JamPenutupan,,6 pagi,", "Nilai is '6 pagi', which is not a time such as 06:00")]
    [InlineData("kalender.csv", 5, "BatasDiHariLibur,,Mundur,", "Nilai is 'Mundur', which is not one of Tetap, HariKerjaBerikutnya")]
    [InlineData("kalender.csv", 6, "HariPengingat,,5;2;-1,", "Nilai is '5;2;-1', which is not a list of whole numbers from 0 to 60 such as 5;2;0")]
    [InlineData("kalender.csv", 7, "Libur,25 Desember 2024,,Natal", "Untuk is '25 Desember 2024', which is not a day such as 2024-08-12")]
    [InlineData("kalender.csv", 7, "Libur,2024-12-25,,", "Keterangan is empty")]
    [InlineData("kalender.csv", 7, "Libur,2024-12-25,ya,Natal", "Nilai must be empty here")]
    [InlineData("kalender.csv", 7, "Batas,2024-13,2025-01-15,", "Untuk is '2024-13', which is not a month such as 2024-07")]
    [InlineData("kalender.csv", 7, "Batas,2024-07,2024-07-31,", "Nilai 2024-07-31 does not lie in the 6 months after 2024-07")]
    [InlineData("kalender.csv", 7, "Batas,2024-07,2025-02-01,", "Nilai 2025-02-01 does not lie in the 6 months after 2024-07")]
    [InlineData("kalender.csv", 7, "TahunTutup,24,,Sudah diaudit", "Untuk is '24', which is not a whole number from 2018 to 2100")]
    [InlineData("kalender.csv", 7, "TutupTahun,2024,,Sudah diaudit", "Jenis is 'TutupTahun', which is not one of TanggalBatas, ")]
    [InlineData("penarikan.csv", 2, "5f2a90c1d3e4,Salah,Maria,2024-08-12", "LaporanMasuk is '5f2a90c1d3e4', which is not a submission such as 20240805013000000-0123456789ab")]
    [InlineData("penarikan.csv", 2, "20240805013000000-0123456789ab,,Maria,2024-08-12", "Alasan is empty")]
    [InlineData("penarikan.csv", 2, "20240805013000000-0123456789ab,Salah,,2024-08-12", "DitarikOleh is empty")]
    [InlineData("penarikan.csv", 2, "20240805013000000-0123456789ab,Salah,Maria,12/08/2024", "DitarikPada is '12/08/2024', which is not a day such as 2024-08-12")]
    [InlineData("rincian.csv", 2, "IKU-8,Pembilang,Jenis kelamin,LakiLaki,Laki-laki,Bagian,Tabel", "IKU-8 Pembilang has no line in komponen.csv")]
    [InlineData("rincian.csv", 2, "IKU-1,Pembilang,Jenis kelamin,Laki-laki,Laki-laki,Bagian,Tabel", "Bagian is 'Laki-laki'; write it in at most 20 letters and digits")]
    [InlineData("rincian.csv", 2, "IKU-1,Pembilang,Jenis kelamin,LakiLaki,Laki-laki,Separuh,Tabel", "Sifat is 'Separuh', which is not one of Bagian, DiAntaranya, Sisanya")]
    [InlineData("rincian.csv", 2, "IKU-1,Pembilang,Jenis kelamin,LakiLaki,Pria,Bagian,Tabel", "LakiLaki has another Dimensi, Nama or Sifat further up", 6)]
    [InlineData("rincian.csv", 3, "IKU-1,Pembilang,Jenis kelamin,Wanita,Laki-laki,Bagian,Tabel", "the Nama Laki-laki already belongs to LakiLaki")]
    [InlineData("rincian.csv", 3, "IKU-1,Pembilang,Jenis kelamin,LakiLaki,Laki-laki,Bagian,Tabel", "says the same as line 2 once more: (IKU-1, Pembilang, LakiLaki)")]
    [InlineData("rincian.csv", 3, "IKU-1,Penyebut,Gender,Waria,Waria,Bagian,Tabel", "the Dimensi Jenis kelamin is either two or more Bagian, or DiAntaranya with at most one Sisanya", 2)]
    [InlineData("sinonim.csv", 2, "NamaRincian,AKX,Antar kerja", "Bagian AKX has no line in rincian.csv")]
    [InlineData("sinonim.csv", 2, "NamaRincian,AKL,Perempuan", "Ungkapan is the name of Perempuan in rincian.csv")]
    public void A_mistake_is_reported_with_file_and_line(string file, int line, string text, string problem, int? reportedAt = null)
    {
        var problems = Shipped.WithLine(file, line, text).Problems();

        Assert.Contains(problems, each => each.StartsWith($"{file} line {reportedAt ?? line}: {problem}", StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_wrong_is_said_at_once_in_the_order_of_files_and_lines()
    {
        var files = Shipped
            .WithLine("wilayah.csv", 9, "53.07,5310,Kabupaten,,")
            .WithLine("wilayah.csv", 5, "53.03,5305,Kabupaten,,")
            .WithLine("skala.csv", 2, "Renstra,1,,x,");

        var problems = files.Problems();

        Assert.Equal(
            [
                "skala.csv line 2: Label is empty",
                "skala.csv line 2: BatasBawah is 'x', which is not a number such as 12.40",
                "wilayah.csv line 5: Nama is empty",
                "wilayah.csv line 9: Nama is empty",
            ],
            problems);
    }

    [Theory]
    [InlineData("wilayah.csv", 4, "53.02,5304,Kabupaten,,", "Nama is empty")]
    [InlineData("indikator.csv", 3, "IKU-2,,%,Proporsi,Naik,2,KAB,Bidang,2024,2026,Tabel", "Nama is empty")]
    [InlineData("komponen.csv", 3, "IKU-1,Penyebut,,orang,Jumlah,0,Tabel", "Nama is empty")]
    [InlineData("skala.csv", 3, "Renstra,2,,70,", "Label is empty")]
    [InlineData("kinerja-tahunan.csv", 2, "1,2022,,%,Proporsi,Bidang,96,77.81,81.06,1,2,Tabel,", "Indikator is empty")]
    [InlineData("program-kegiatan.csv", 2, "X.XX.01,,,,,1,,1,,1,,3,,,Tabel,", "Nama is empty")]
    [InlineData("pengaturan.csv", 3, "Skala,,", "Nilai is empty")]
    [InlineData("rincian.csv", 2, "IKU-1,Pembilang,Jenis kelamin,LakiLaki,,Bagian,Tabel", "Nama is empty")]
    public void A_mistake_is_said_once_and_not_again_wherever_its_row_is_spoken_of(string file, int line, string text, string problem)
    {
        var problems = Shipped.WithLine(file, line, text).Problems();

        Assert.Equal([$"{file} line {line}: {problem}"], problems);
    }

    [Theory]
    [InlineData("wilayah.csv")]
    [InlineData("indikator.csv")]
    [InlineData("komponen.csv")]
    [InlineData("keberlakuan.csv")]
    [InlineData("target.csv")]
    [InlineData("skala.csv")]
    [InlineData("aturan.csv")]
    [InlineData("pengaturan.csv")]
    [InlineData("kinerja-tahunan.csv")]
    [InlineData("kategori-tercetak.csv")]
    [InlineData("anggaran.csv")]
    [InlineData("program-kegiatan.csv")]
    [InlineData("rincian.csv")]
    public void A_column_too_few_or_too_many_is_named(string file)
    {
        var columns = Shipped[file].Split('\n')[0].Split(',');

        var problems = Shipped.WithLine(file, 1, string.Join(',', columns.Skip(1).Prepend("Lain"))).Problems();

        Assert.Equal(
            [
                $"{file} line 1: the column {columns[0]} is missing",
                $"{file} line 1: the column 'Lain' is unknown; expected are {string.Join(", ", columns)}",
            ],
            problems);
    }

    [Fact]
    public void Columns_may_stand_in_any_order()
    {
        var lines = Shipped["pengaturan.csv"].TrimEnd('\n').Split('\n').Select(line => line.Split(',')).Select(fields => $"{fields[2]},{fields[0]},{fields[1]}");

        var reference = ReferenceData.Read(Shipped.With("pengaturan.csv", string.Join('\n', lines)));

        Assert.Equal(ReferenceData.Shipped.FirstMonth, reference.FirstMonth);
    }

    [Fact]
    public void A_quote_that_is_never_closed_does_not_swallow_the_rest_of_the_file()
    {
        var problems = Shipped.WithLine("skala.csv", 4, "Renstra,3,\"Cukup Berhasil,55,").Problems();

        var problem = Assert.Single(problems);
        Assert.StartsWith("skala.csv line 4: is not well-formed CSV", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_lacks_all_its_columns()
    {
        var problems = Shipped.With("pengaturan.csv", "").Problems();

        Assert.Equal(
            [
                "pengaturan.csv line 1: the column Pengaturan is missing",
                "pengaturan.csv line 1: the column Nilai is missing",
                "pengaturan.csv line 1: the column Keterangan is missing",
            ],
            problems);
    }

    [Theory]
    [InlineData("aturan.csv", "I01,,Kesalahan,\n", "aturan.csv: I01 has no line with an empty Indikator, which says what holds in general")]
    [InlineData("pengaturan.csv", "Skala,Renstra,skala kategori yang dipakai; lihat skala.csv\n", "pengaturan.csv: the setting Skala is missing")]
    [InlineData("kalender.csv", "JamPenutupan,,06:00,bulan ditutup pada jam ini (WITA) sesudah hari batas\n", "kalender.csv: the line JamPenutupan is missing")]
    [InlineData("wilayah.csv", "53,53,Provinsi,Nusa Tenggara Timur,NTT;Provinsi NTT\n", "wilayah.csv: exactly one region must have the Tingkat Provinsi")]
    [InlineData("komponen.csv", "IKU-4,Penyebut,Perusahaan yang ada di Provinsi NTT,perusahaan,Posisi,0,\"baris 801, 817 dan 2366 (target pemeriksaan per tahun)\"\n", "indikator.csv line 5: IKU-4 has no Penyebut in komponen.csv")]
    [InlineData("komponen.csv", "IKU-4,Pembilang,Perusahaan yang melaksanakan norma kerja,perusahaan,Kumulatif,0,\"baris 801, 817 dan 2366 (target pemeriksaan per tahun)\"\n", "indikator.csv line 5: IKU-4 has no Pembilang in komponen.csv")]
    public void A_line_that_must_be_there_and_is_not_is_missed(string file, string line, string problem)
    {
        var problems = Shipped.Replacing(file, line, "").Problems();

        Assert.Contains(problem, problems);
    }

    /// <summary>A release is computed again by the files of its time, and an office's own file does not know what came later.</summary>
    [Theory]
    [InlineData("T16,,Peringatan,", FindingCodes.NameAbbreviated, Severity.Peringatan)]
    [InlineData("T17,,Kesalahan,", FindingCodes.NumbersScaled, Severity.Kesalahan)]
    [InlineData("T18,,Peringatan,", FindingCodes.TargetsIgnored, Severity.Peringatan)]
    public void A_file_from_before_a_code_existed_is_valid_and_the_code_is_what_it_was_introduced_as(string line, string code, Severity severity)
    {
        var reference = ReferenceData.Read(Shipped.Replacing("aturan.csv", line + "\n", ""));

        Assert.Equal(severity, reference.Severities.Of(code, null));
    }

    [Fact]
    public void The_message_of_the_exception_holds_every_problem()
    {
        var files = Shipped.WithLine("skala.csv", 2, "Renstra,1,,x,");

        var exception = Assert.Throws<ReferenceDataException>(() => ReferenceData.Read(files));

        Assert.Equal(string.Join(Environment.NewLine, exception.Problems), exception.Message);
    }

    [Fact]
    public void What_is_shipped_is_valid_and_read_once()
    {
        Assert.Same(ReferenceData.Shipped, ReferenceData.Shipped);
        Assert.Equal(ReferenceFiles.Shipped.Version, ReferenceData.Shipped.Version);
    }
}
