using System.Text;
using DocumentFormat.OpenXml;
using Renstra.SampleData.Files;
using Renstra.Transform.Tests.Workbooks.Corpus;
using static Renstra.Transform.Tests.Reading.Corpus.CorpusLines;

namespace Renstra.Transform.Tests.Reading.Corpus;

/// <summary>The same report in every encoding and with every delimiter, and files whose names say something else than their content.</summary>
internal static class EncodingFixtures
{
    /// <summary>With characters that every encoding writes differently.</summary>
    private static readonly WorkbookSpec Spec = new(Grid.Report().With("E4", "Keterangan").With("E5", "“baik” – Né").ToSpec());

    public static IEnumerable<Fixture> All =>
    [
        Files("teks titik koma", "Pemisah titik koma", [Semicolon, Utf8], ("laporan.csv", () => Utf8Bytes(';'))),
        Files("teks koma", "Pemisah koma", [Comma], ("laporan.csv", () => Utf8Bytes(','))),
        Files("teks koma dengan ribuan berkoma", "1,234 tanpa tanda kutip terpotong menjadi dua kolom", [Comma], ("laporan.csv", CutByCommas))
            .Returned([.. Submissions.FiguresOfReport.Select((figure, at) => at == 1 ? "53.02 2024-07 KAB IKU-2 1/234" : figure)], "N09 C6"),
        Files("teks tab", "Pemisah tab, .tsv dan .txt", [Tab], ("laporan.tsv", () => Utf8Bytes('\t')), ("laporan.txt", () => Utf8Bytes('\t'))),
        Files("teks garis tegak", "Pemisah |", [Bar], ("laporan.txt", () => Utf8Bytes('|'))),
        Files("teks baris sep", "Baris pertama sep=; seperti yang ditulis Excel", [Semicolon], ("laporan.csv", () => [.. "sep=;\r\n"u8, .. Utf8Bytes(';')])),
        Files("teks utf8 bertanda", "UTF-8 dengan tanda", [Utf8Bom], ("laporan.csv", () => Encoded(Encoding.UTF8))),
        Files("teks utf16", "UTF-16, kedua urutan bita", [Utf16], ("laporan.csv", () => Encoded(Encoding.Unicode)), ("laporan-terbalik.csv", () => Encoded(Encoding.BigEndianUnicode))),
        Files("teks utf16 tanpa tanda", "UTF-16 tanpa tanda", [Utf16], ("laporan.txt", () => Encoding.Unicode.GetBytes(DelimitedFile.Write(Spec, '\t')))),
        Files("teks windows 1252", "Windows-1252", [Windows1252], ("laporan.csv", () => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(DelimitedFile.Write(Spec)))),
        Files("csv bernama xls", "CSV yang dinamai .xls dan .xlsx", [CsvAsXls], ("laporan.xls", () => Utf8Bytes(';')), ("laporan.xlsx", () => Utf8Bytes('\t'))),
        Files("xlsx bernama lain", ".xlsx yang dinamai .xls dan .csv", [Renamed, Xlsx], ("laporan.xls", () => XlsxFile.Write(Spec)), ("laporan.csv", () => XlsxFile.Write(Spec))),
        Files("html bernama xls", "HTML yang dinamai .xls", [HtmlAsXls], ("laporan.xls", () => HtmlFile.Write(Spec))),
        Files("xml bernama xls", "XML Spreadsheet 2003 yang dinamai .xls", [XmlAsXls], ("laporan.xls", () => SpreadsheetXmlFile.Write(Spec))),
        Files("berkas bermakro", ".xlsm: makro dilewati", [Xlsm], ("laporan.xlsm", () => XlsxFile.Write(Spec, SpreadsheetDocumentType.MacroEnabledWorkbook))),
        Files("excel 97 dan 95", "Kedua versi .xls, ditulis rekam demi rekam", [Biff8, Biff5], ("laporan.xls", () => XlsFile.Write(Spec, BiffVersion.Biff8)), ("laporan-lama.xls", () => XlsFile.Write(Spec, BiffVersion.Biff5)), ("laporan-polos.xls", () => XlsFile.WriteStream(Spec, BiffVersion.Biff5))),
        Files("biner xlsb", ".xlsb", [Xlsb], ("laporan.xlsb", () => XlsbFile.Write(Spec))),
        Files("formulir resmi", "Formulir resmi yang diisi", [Xlsx, MonthName], ("laporan.xlsx", FilledForm)) with
        {
            Converted =
            [
                new("laporan.xls", FilledForm, "xls:MS Excel 97"),
                new("laporan-libreoffice.xlsx", FilledForm, "xlsx:Calc MS Excel 2007 XML"),
                new("laporan.csv", FilledForm, "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false"),
            ],
        },
    ];

    private static Fixture Files(string name, string shows, string[] lines, params (string Name, Func<byte[]> Content)[] files) =>
        Fixture.Of(name, shows, lines) with { Workbook = null, Others = files.ToDictionary(file => file.Name, file => file.Content) };

    private static byte[] Utf8Bytes(char delimiter) => Encoding.UTF8.GetBytes(DelimitedFile.Write(Spec, delimiter));

    private static byte[] CutByCommas() =>
        Encoding.UTF8.GetBytes(DelimitedFile.Write(new WorkbookSpec(Grid.Report().With("C6", "1#234").ToSpec()), ',').Replace('#', ','));

    private static byte[] Encoded(Encoding encoding) => [.. encoding.GetPreamble(), .. encoding.GetBytes(DelimitedFile.Write(Spec))];

    private static byte[] FilledForm() => Submissions.FilledForm(Submissions.Tts);
}
