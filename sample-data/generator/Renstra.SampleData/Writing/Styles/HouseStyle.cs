using System.Text;
using Renstra.SampleData.Anchors;
using Renstra.SampleData.Files;
using Renstra.SampleData.Story;
using Renstra.Transform.Reference;

namespace Renstra.SampleData.Writing.Styles;

/// <summary>How an office makes its reports, the whole year through.</summary>
/// <param name="Name">As <c>Anchors/wilayah.csv</c> names it.</param>
/// <param name="Ending">What its files end with.</param>
/// <param name="Write">Writes a report.</param>
internal sealed record HouseStyle(string Name, string Ending, Func<Delivery, ReferenceData, byte[]> Write)
{
    private static readonly Dictionary<string, HouseStyle> ByName = new HouseStyle[]
    {
        new("formulir resmi", ".xlsx", OfficialForm.Write),
        Of("kop surat", ".xlsx", TableStyles.Letterhead, Xlsx),
        Of("beberapa lembar", ".xlsx", TableStyles.SeveralSheets, Xlsx),
        Of("target dan realisasi", ".xlsx", TableStyles.TargetAndRealisation, Xlsx),
        Of("kolom terbalik", ".xlsx", TableStyles.Reversed, Xlsx),
        Of("pojok lembar", ".xlsx", TableStyles.Corner, Xlsx),
        Of("komponen bertumpuk", ".xls", ComponentStyles.Stacked, Xls),
        Of("kumulatif", ".xls", ComponentStyles.Cumulative, Xls),
        Of("angka bersatuan", ".xls", TableStyles.WithUnits, Xls),
        Of("excel 95", ".xls", TableStyles.Plain, workbook => XlsFile.Write(workbook, BiffVersion.Biff5)),
        Of("halaman web", ".xls", TableStyles.Plain, HtmlFile.Write),
        Of("ekspor aplikasi", ".csv", TextStyles.Export, workbook => Encoding.UTF8.GetBytes(DelimitedFile.Write(workbook, ','))),
        Of("csv windows", ".csv", TextStyles.SavedByExcel, workbook => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(DelimitedFile.Write(workbook))),
        Of("teks bertab", ".txt", TextStyles.SavedByExcel, workbook => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(DelimitedFile.Write(workbook, '\t'))]),
    }.ToDictionary(style => style.Name, StringComparer.Ordinal);

    /// <summary>The style of an office.</summary>
    public static HouseStyle Of(Office office) => ByName[office.Style];

    private static HouseStyle Of(string name, string ending, Func<HouseReport, WorkbookSpec> compose, Func<WorkbookSpec, byte[]> write) =>
        new(name, ending, (delivery, reference) => write(compose(new HouseReport(delivery, reference))));

    private static byte[] Xlsx(WorkbookSpec workbook) => XlsxFile.Write(workbook);

    private static byte[] Xls(WorkbookSpec workbook) => XlsFile.Write(workbook, BiffVersion.Biff8);
}
