using System.Globalization;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Tests.Reading;

/// <summary>The ways in which offices lay out what is the same report: each is read without a word.</summary>
public sealed class HouseStyleTests
{
    public static TheoryData<string> Styles => [.. AllStyles.Keys];

    internal static IReadOnlyDictionary<string, Func<Grid[]>> AllStyles { get; } = new Dictionary<string, Func<Grid[]>>
    {
        ["kop surat dan judul gabungan"] = () => [new Grid()
            .Row(1, "PEMERINTAH KABUPATEN TIMOR TENGAH SELATAN").Merge("A1", "F1")
            .Row(2, "DINAS TENAGA KERJA DAN TRANSMIGRASI").Merge("A2", "F2")
            .Row(3, "Jl. Gajah Mada No. 5 Telp. (0388) 21013, Kota Kupang").Merge("A3", "F3")
            .Row(5, "LAPORAN INDIKATOR KINERJA UTAMA BULAN JULI 2024").Merge("A5", "F5")
            .Row(7, "No", "Indikator Kinerja Utama", "Pembilang", "Penyebut")
            .Indicators(8)],

        ["tabel di mana saja"] = () => [Moved(row: 20, columns: 5)],

        ["identitas di bawah tabel"] = () => [new Grid()
            .Row(1, "Kode", "Indikator", "Pembilang", "Penyebut")
            .Indicators(2)
            .Row(12, "Kabupaten", ": TTS")
            .Row(13, "Periode", ": Juli 2024")],

        ["label dan isi dalam satu sel"] = () => [Headed("Kabupaten : Timor Tengah Selatan", "Bulan : Juli", "Tahun : 2024")],
        ["label, titik dua, isi"] = () => [Body()
            .Row(1, "Nama Kabupaten", ":", null, "TTS")
            .Row(2, "Bulan", ":", null, new DateTime(2024, 7, 1))],
        ["label sebaris, isi di bawahnya"] = () => [Body()
            .Row(1, "Kabupaten/Kota", "Bulan", "Tahun")
            .Row(2, "Kab. TTS", "Juli", 2024)],
        ["bulan angka"] = () => [Body().Row(1, "Kab/Kota", "TTS").Row(2, "Bulan", 7).Row(3, "Tahun", 2024)],
        ["bulan singkat"] = () => [Body().Row(1, "Wilayah", "53.02").Row(2, "Bulan", "Jul-24")],
        ["kode BPS beserta nama"] = () => [Body().Row(1, "Kode Wilayah", 5304).Row(2, "Nama Wilayah", "Timor Tengah Selatan").Row(3, "Periode", "07/2024")],
        ["bulan dan wilayah dari nama lembar"] = () => [new Grid("TTS Juli 2024").Row(4, "Kode", "Indikator", "Pembilang", "Penyebut").Indicators(5)],
        ["halaman sampul"] = () => [new Grid("Sampul").Row(1, "Kabupaten/Kota", "TTS").Row(2, "Bulan", "Juli 2024"), Body()],

        ["kolom tertukar"] = () => [Rearranged("Penyebut", "Pembilang", "Indikator", "Kode", (code, name, numerator, denominator) => [denominator, numerator, name, code])],
        ["kolom tambahan"] = () => [Identified()
            .Row(4, "No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target 2024", "Pembilang", "Penyebut", "Realisasi (%)", "Capaian (%)", "Keterangan")
            .Rows(5, (code, name, numerator, denominator) => [code, "Meningkatnya kompetensi", name, "%", 90, numerator, denominator, 10, 11.1m, "lancar"])],
        ["target pembilang dan penyebut"] = () => [Identified()
            .Row(4, "Kode", "Indikator", "Target", null, "Realisasi", null).Merge("C4", "D4").Merge("E4", "F4").Merge("A4", "A5").Merge("B4", "B5")
            .Row(5, null, null, "Pembilang", "Penyebut", "Pembilang", "Penyebut")
            .Rows(6, (code, name, numerator, denominator) => [code, name, 99, 100, numerator, denominator])],
        ["judul dua baris tanpa gabungan"] = () => [Identified()
            .Row(4, "No", "Indikator", "Realisasi", null, "Ket")
            .Row(5, null, null, "Pembilang", "Penyebut")
            .Rows(6, (code, name, numerator, denominator) => [code, name, numerator, denominator, "-"])],
        ["nomor kolom di bawah judul"] = () => [Identified()
            .Row(4, "No", "Indikator", "Pembilang", "Penyebut", "Realisasi")
            .Row(5, "(1)", "(2)", "(3)", "(4)", "(5) = (3) : (4) x 100")
            .Rows(6, (code, name, numerator, denominator) => [code, name, numerator, denominator, "10,00"])],
        ["nomor kolom berupa angka"] = () => [Identified()
            .Row(4, "No", "Indikator", "Pembilang", "Penyebut")
            .Row(5, 1, 2, 3, 4)
            .Rows(6, (code, name, numerator, denominator) => [code, name, numerator, denominator])],
        ["nama komponen di samping angkanya"] = () => [Identified()
            .Row(4, "No", "Indikator", "Pembilang", "Jumlah", "Penyebut", "Jumlah")
            .Rows(5, (code, name, numerator, denominator) => [code, name, "yang dihitung", numerator, "pembandingnya", denominator])],

        ["kode tanpa tanda hubung"] = () => [Recoded(number => $"IKU {number}", named: true)],
        ["kode berawalan nol"] = () => [Recoded(number => $"iku-0{number}.", named: true)],
        ["nomor saja"] = () => [Recoded(number => number, named: false)],
        ["nomor bertitik saja"] = () => [Recoded(number => $"{number}.", named: false)],
        ["tanpa kode"] = () => [Recoded(_ => null, named: true)],
        ["kode di depan nama"] = () => [Identified()
            .Row(4, "Indikator", "Pembilang", "Penyebut")
            .Rows(5, (code, name, numerator, denominator) => [$"{code}. {name}", numerator, denominator])],
        ["nama tanpa persen"] = () => [Identified()
            .Row(4, "No", "Uraian", "Pembilang", "Penyebut")
            .Rows(5, (_, name, numerator, denominator) => [null, name.Replace("% ", "Persentase ", StringComparison.Ordinal).ToUpperInvariant(), numerator, denominator])],
        ["nama salah ketik"] = () => [Identified()
            .Row(4, "No", "Indikator", "Pembilang", "Penyebut")
            .Rows(5, (_, name, numerator, denominator) => [null, name.Replace("Transmigrasi", "Transmigarsi", StringComparison.Ordinal).Replace("Kerja", "Krja", StringComparison.Ordinal).Replace("yang", "yg", StringComparison.Ordinal), numerator, denominator])],
        ["nomor urut lain daripada nomor IKU"] = () => [Identified()
            .Row(4, "No", "Indikator", "Pembilang", "Penyebut")
            .Rows(5, (code, name, numerator, denominator) => [8 - int.Parse(code[^1..], CultureInfo.InvariantCulture), name, numerator, denominator])],

        ["baris kosong, subjudul dan jumlah"] = () => [Identified()
            .Row(4, "Kode", "Indikator", "Pembilang", "Penyebut")
            .Row(5, "A", "BIDANG PELATIHAN")
            .Rows(7, 0, 2, (code, name, numerator, denominator) => [code, name, numerator, denominator])
            .Row(9, null, "JUMLAH", 3, 30)
            .Row(12, null, "Sub Total", 3, 30)
            .Rows(14, 2, 5, (code, name, numerator, denominator) => [code, name, numerator, denominator])
            .Row(20, "Jumlah seluruhnya", null, 28, 280)],
        ["catatan dan tanda tangan di bawah"] = () => [Identified()
            .Row(4, "Kode", "Indikator", "Pembilang", "Penyebut")
            .Indicators(5)
            .Row(13, "Catatan: angka IKU-2 menunggu verifikasi; 1. Pencari Kerja Terdaftar yang Ditempatkan tetap")
            .Row(16, null, null, "Soe, 5 Agustus 2024")
            .Row(17, "Mengetahui,", null, "Kepala Dinas")
            .Row(21, null, null, "Drs. Juli Tae")
            .Row(22, null, null, "NIP. 19700101 199003 1 001")],
        ["lembar lain yang tidak penting"] = () => [
            new Grid("Pegawai").Row(1, "No", "Nama", "Jumlah").Row(2, 1, "Yohanes", 3),
            Grid.Report(),
            new Grid("Anggaran").Row(1, "Kode", "Uraian", "Pagu", "Jumlah").Row(2, "2.07", "Program pelatihan", 1000, 2000)],
        ["petunjuk dengan tabel definisi"] = () => [
            Grid.Report(),
            new Grid("Petunjuk").Row(1, "Kabupaten/Kota", "Belu").Row(2, "Kode", "Indikator", "Pembilang", "Penyebut").Rows(3, (code, name, _, _) => [code, name, 5, 6])],
        ["satu lembar untuk tiap bidang"] = () => [
            Identified("Pelatihan").Row(4, "Kode", "Indikator", "Pembilang", "Penyebut").Rows(5, 0, 2, (code, name, numerator, denominator) => [code, name, numerator, denominator]),
            Identified("Transmigrasi").Row(4, "Kode", "Indikator", "Pembilang", "Penyebut").Rows(5, 2, 5, (code, name, numerator, denominator) => [code, name, numerator, denominator])],
        ["lembar salinan yang sama"] = () => [Grid.Report(), Grid.Report()],
        ["judul berulang pada halaman berikut"] = () => [Identified()
            .Row(4, "Kode", "Indikator", "Pembilang", "Penyebut")
            .Rows(5, 0, 3, (code, name, numerator, denominator) => [code, name, numerator, denominator])
            .Row(8, "Kode", "Indikator", "Pembilang", "Penyebut")
            .Rows(9, 3, 4, (code, name, numerator, denominator) => [code, name, numerator, denominator])],

        ["komponen satu di bawah yang lain"] = () => [Stacked((name, components) => [name, $"a. {components[0]}", $"b. {components[1]}"])],
        ["komponen dengan kata pembilang dan penyebut"] = () => [Stacked((name, components) => [name, $"Pembilang: {components[0]}", $"Penyebut: {components[1]}"])],
        ["pembilang dan penyebut tanpa nama"] = () => [Stacked((name, _) => [name, "- Pembilang", "- Penyebut"])],
        ["komponen tanpa baris indikator"] = () => [Identified()
            .Row(4, "No", "Uraian", "Satuan", "Jumlah")
            .Components(5, (number, component, amount) => [number, component.Name, component.Unit, amount])],
        ["indikator digabung ke bawah, komponen di sampingnya"] = () => [MergedIndicators()],

        ["bulan ini dan s.d. bulan ini bersebelahan"] = () => [ByPeriod()],
        ["bulan lalu, bulan ini, s.d. bulan ini"] = () => [ByPeriod(withLastMonth: true)],
        ["pembilang dan penyebut menurut periode"] = () => [Identified()
            .Row(4, "No", "Indikator", "Pembilang", null, "Penyebut", null).Merge("C4", "D4").Merge("E4", "F4").Merge("A4", "A5").Merge("B4", "B5")
            .Row(5, null, null, "Bulan Ini", "s/d Bulan Ini", "Bulan Ini", "s/d Bulan Ini")
            .Rows(6, (code, name, numerator, denominator) => code switch
            {
                "IKU-1" or "IKU-2" => [code, name, numerator, 700, denominator, 7000],
                "IKU-4" or "IKU-7" => [code, name, 1, numerator, denominator, null],
                _ => [code, name, numerator, numerator, null, denominator],
            })],
        ["laki-laki, perempuan, jumlah"] = () => [Identified()
            .Row(4, "No", "Uraian", "Banyaknya", null, null).Merge("C4", "E4")
            .Row(5, null, null, "L", "P", "Jumlah")
            .Components(6, (number, component, amount) => [number, component.Name, amount - 1, 1, amount])],
        ["pembilang dan penyebut menurut jenis kelamin"] = () => [Identified()
            .Row(4, "No", "Indikator", "Pembilang", null, null, "Penyebut", null, null).Merge("C4", "E4").Merge("F4", "H4")
            .Row(5, null, null, "L", "P", "Jumlah", "L", "P", "Jumlah")
            .Rows(6, (code, name, numerator, denominator) => [code, name, numerator - 1, 1, numerator, denominator - 2, 2, denominator])],
        ["target dan realisasi"] = () => [Identified()
            .Row(4, "No", "Uraian", "Satuan", "Target", "Realisasi", "%")
            .Components(5, (number, component, amount) => [number, component.Name, component.Unit, 99, amount, 12.5m])],
        ["satu kolom bulan"] = () => [new Grid()
            .Row(1, "Kabupaten", "TTS")
            .Row(3, "No", "Uraian", "Juli 2024")
            .Components(4, (number, component, amount) => [number, component.Name, amount])],
        ["tahun di judul, bulan di kolom"] = () => [new Grid()
            .Row(1, "INDIKATOR KINERJA UTAMA TAHUN 2024")
            .Row(2, "Kabupaten", "TTS")
            .Row(3, "No", "Uraian", "Januari", "Juli", "Desember", "Jumlah")
            .Components(4, (number, component, amount) => [number, component.Name, null, amount, null, amount])],
        ["kolom kepala berupa tanggal"] = () => [new Grid()
            .Row(2, "Kabupaten", "TTS")
            .Row(3, "No", "Uraian", new DateTime(2024, 7, 1))
            .Components(4, (number, component, amount) => [number, component.Name, amount])],
        ["daftar datar dari aplikasi lain"] = () => [new Grid("")
            .Row(1, "Kode Wilayah", "Tahun", "Bulan", "Kode Indikator", "Pembilang", "Penyebut")
            .Rows(2, (code, _, numerator, denominator) => ["53.02", "2024", "07", code, $"{numerator}", $"{denominator}"])],
        ["angka sebagai tulisan"] = () => [Identified()
            .Row(4, "Kode", "Indikator", "Pembilang", "Penyebut")
            .Rows(5, (code, name, numerator, denominator) => [code, name, $" {numerator} orang", $"{denominator},00"])],
    };

    [Theory]
    [MemberData(nameof(Styles))]
    public void A_house_style_is_read_as_the_plain_report_is(string style)
    {
        var reading = Submissions.Read([.. AllStyles[style]().Select(grid => grid.Build())]);

        Assert.Empty(reading.Findings.Select(finding => finding.Message));
        Assert.Equal(Submissions.FiguresOfReport, Submissions.FiguresOf(reading));
        Assert.Equal(Verdict.Diterima, reading.Verdict);
    }

    private static Grid Identified(string name = "Laporan") => new Grid(name).Row(1, "Kabupaten/Kota", "TTS").Row(2, "Bulan", "Juli 2024");

    private static Grid Body() => new Grid().Row(4, "Kode", "Indikator", "Pembilang", "Penyebut").Indicators(5);

    private static Grid Headed(params string[] lines) => lines.Select((line, at) => (line, at)).Aggregate(Body(), (grid, each) => grid.Row(each.at + 1, each.line));

    private static Grid Moved(int row, int columns)
    {
        var indent = new object?[columns];
        return new Grid()
            .Row(2, [.. indent, "Kabupaten/Kota", "TTS"])
            .Row(3, [.. indent, "Bulan", "Juli 2024"])
            .Row(row, [.. indent, "Kode", "Indikator", "Pembilang", "Penyebut"])
            .Rows(row + 1, (code, name, numerator, denominator) => [.. indent, code, name, numerator, denominator]);
    }

    private static Grid Rearranged(string first, string second, string third, string fourth, Func<string, string, int, int, object?[]> row) =>
        Identified().Row(4, first, second, third, fourth).Rows(5, row);

    private static Grid Recoded(Func<int, object?> code, bool named) => Identified()
        .Row(4, "No", "Indikator", "Pembilang", "Penyebut")
        .Rows(5, (original, name, numerator, denominator) => [code(int.Parse(original[^1..], CultureInfo.InvariantCulture)), named ? name : null, numerator, denominator]);

    private static Grid Stacked(Func<string, IReadOnlyList<string>, IReadOnlyList<string>> lines)
    {
        var grid = Identified().Row(4, "No", "Indikator / Uraian", "Satuan", "Jumlah");
        var row = 5;
        foreach (var (indicator, number) in Submissions.IndicatorsOfTts.Select((indicator, at) => (indicator, at + 1)))
        {
            var texts = lines(indicator.Name, [indicator.Numerator.Name, indicator.Denominator!.Name]);
            grid.Row(row++, number, texts[0])
                .Row(row++, null, texts[1], indicator.Numerator.Unit, number)
                .Row(row++, null, texts[2], indicator.Denominator.Unit, 10 * number);
        }

        return grid;
    }

    private static Grid MergedIndicators()
    {
        var grid = Identified().Row(4, "No", "Indikator", "Komponen", "Jumlah");
        var row = 5;
        foreach (var (indicator, number) in Submissions.IndicatorsOfTts.Select((indicator, at) => (indicator, at + 1)))
        {
            grid.Merge($"A{row}", $"A{row + 1}").Merge($"B{row}", $"B{row + 1}")
                .Row(row++, number, indicator.Name, indicator.Numerator.Name, number)
                .Row(row++, null, null, indicator.Denominator!.Name, 10 * number);
        }

        return grid;
    }

    /// <summary>The month beside the year to date; a column is filled with what the component asks for, the other with something else that is possible.</summary>
    private static Grid ByPeriod(bool withLastMonth = false)
    {
        var last = withLastMonth ? new object?[] { "Bulan Lalu" } : [];
        return Identified()
            .Row(4, ["No", "Uraian", .. last, "Bulan Ini", "s.d. Bulan Ini"])
            .Components(5, (number, component, amount) => component.Accumulation switch
            {
                Accumulation.Jumlah => [number, component.Name, .. Last(), amount, amount + 100],
                Accumulation.Kumulatif => [number, component.Name, .. Last(), amount - 1, amount],
                _ => [number, component.Name, .. Last(), amount, amount],
            });

        object?[] Last() => withLastMonth ? [7777] : [];
    }
}
