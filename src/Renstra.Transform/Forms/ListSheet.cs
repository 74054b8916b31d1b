using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using Renstra.Transform.Calendar;

namespace Renstra.Transform.Forms;

/// <summary>The hidden sheet that the form's lists are chosen from.</summary>
internal static class ListSheet
{
    public const string RegionList = "DaftarWilayah";
    public const string MonthList = "DaftarBulan";
    public const string YearList = "DaftarTahun";

    private const char RegionColumn = 'A';
    private const char MonthColumn = 'B';
    private const char YearColumn = 'C';
    private const int Months = 12;

    public static Worksheet Build(FormContent content, SharedStrings strings)
    {
        var cells = new SheetComposer(strings);
        for (var index = 0; index < content.RegionNames.Count; index++)
        {
            cells.Text(RegionColumn, (uint)index + 1, content.RegionNames[index], FormStyle.Default);
        }

        for (var month = 1; month <= Months; month++)
        {
            cells.Text(MonthColumn, (uint)month, ReportingMonth.NameOf(month), FormStyle.Default);
        }

        for (var year = content.FirstYear; year <= content.LastYear; year++)
        {
            cells.Number(YearColumn, (uint)(year - content.FirstYear) + 1, year, FormStyle.Default);
        }

        return new Worksheet(
            new SheetViews(new SheetView { WorkbookViewId = 0 }),
            new SheetFormatProperties { DefaultRowHeight = 15 },
            new Columns(new Column { Min = 1, Max = 1, Width = 34, CustomWidth = true }),
            cells.Rows(),
            SheetFrame.Protection());
    }

    /// <summary>The names by which the form refers to the lists.</summary>
    public static IEnumerable<DefinedName> Names(FormContent content) =>
    [
        Name(MonthList, MonthColumn, Months),
        Name(YearList, YearColumn, content.LastYear - content.FirstYear + 1),
        Name(RegionList, RegionColumn, content.RegionNames.Count),
    ];

    private static DefinedName Name(string name, char column, int rows) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{FormTexts.ListSheet}!${column}$1:${column}${rows}")) { Name = name };
}
