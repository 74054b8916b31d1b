using Renstra.Transform.Reading.Identities;
using Renstra.Transform.Reference;

namespace Renstra.Transform.Tests.Reading.Identities;

public sealed class MonthMentionsTests
{
    private static readonly MonthMentions Mentions = new(ReferenceData.Shipped.Vocabulary);

    [Theory]
    [InlineData("LAPORAN BULANAN IKU BULAN JULI 2024", "2024-7")]
    [InlineData("Laporan Bulan Juli Tahun 2024", "2024-7")]
    [InlineData("Laporan Juli", "-7")]
    [InlineData("BULAN 07/2024", "2024-7")]
    [InlineData("Bulan 7 Tahun 2024", "2024-7")]
    [InlineData("Keadaan per 31 Juli 2024", "2024-7")]
    [InlineData("Posisi s.d. 31 Juli 2024", "2024-7")]
    [InlineData("Keadaan per tgl 31 Juli 2024", "2024-7")]
    [InlineData("Keadaan per tanggal 29 Februari 2024", "2024-2")]
    [InlineData("Keadaan per 1 Agustus 2024", "")]
    [InlineData("Posisi per tanggal 15 Juli 2024", "")]
    [InlineData("Lampiran Surat Nomor 560/45/VIII/2024 Tanggal 2 Agustus 2024", "")]
    [InlineData("Surat Kepala Dinas tanggal 31 Juli 2024", "")]
    [InlineData("Peraturan Daerah Nomor 7 Tahun 2024", "2024-")]
    [InlineData("Data s.d. Juli 2024", "2024-7")]
    [InlineData("LAPORAN BULAN AGS-24", "2024-8")]
    [InlineData("BULAN AGUSTUS '24", "2024-8")]
    [InlineData("Bulan Agt 24", "2024-8")]
    [InlineData("BULAN VIII TAHUN 2024", "2024-8")]
    [InlineData("Bulan VIII/2024", "2024-8")]
    [InlineData("Keadaan per 31-08-2024", "2024-8")]
    [InlineData("Posisi 31/08/2024", "2024-8")]
    [InlineData("Periode 1 s.d. 31 Agustus 2024", "2024-8")]
    [InlineData("PERIODE 01-08-2024 S/D 31-08-2024", "2024-8")]
    [InlineData("Triwulan III Tahun 2024", "2024-")]
    [InlineData("Rapat tanggal 5-8-2024", "")]
    [InlineData("August 24, 2024", "")]
    [InlineData("TAHUN ANGGARAN 2024", "2024-")]
    [InlineData("Soe, 5 Agustus 2024", "")]
    [InlineData("Rencana Strategis 2024-2026", "")]
    [InlineData("Renstra Tahun 2024-2026", "")]
    [InlineData("Renstra Tahun 2024 s.d. 2026", "")]
    [InlineData("Januari s.d. Juli 2024", "2024-")]
    [InlineData("Januari 2024 sampai dengan Juli 2024", "2024- 2024-")]
    [InlineData("Penanggung jawab: Juli Tae", "")]
    [InlineData("6 dari 7 indikator lengkap", "")]
    public void A_line_of_a_sheet_speaks_of_a_month_where_it_says_so(string text, string expected)
    {
        Assert.Equal(expected, Written(Mentions.InText(text)));
    }

    [Theory]
    [InlineData("Laporan IKU 53.02 Timor Tengah Selatan 2024-07", "2024-7")]
    [InlineData("laporan_juli_2024_TTS", "2024-7")]
    [InlineData("IKU Juli", "-7")]
    [InlineData("IKU jul2024 rev2", "2024-7")]
    [InlineData("07-2024 TTS", "2024-7")]
    [InlineData("202407_TTS", "2024-7")]
    [InlineData("20240805 Laporan", "")]
    [InlineData("2024-08-05 Laporan", "")]
    [InlineData("05-08-2024 Laporan", "")]
    [InlineData("Laporan 5 Agustus 2024", "")]
    [InlineData("Laporan Juli 2024 (5 Agustus 2024)", "2024-7")]
    [InlineData("Laporan (1)", "")]
    [InlineData("Laporan final 2", "")]
    public void A_files_name_speaks_of_a_month_but_not_by_the_date_it_was_written(string name, string expected)
    {
        Assert.Equal(expected, Written(Mentions.InFileName(name)));
    }

    private static string Written(IEnumerable<MonthPart> parts) => string.Join(' ', parts.Select(part => $"{part.Year}-{part.Month}"));
}
