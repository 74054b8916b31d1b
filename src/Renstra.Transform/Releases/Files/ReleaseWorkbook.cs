using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Spreadsheets;

namespace Renstra.Transform.Releases.Files;

/// <summary>The release as a workbook: the table to hand in, a ranking for every indicator, who reported, what changed, where every number came from.</summary>
internal static class ReleaseWorkbook
{
    /// <summary>Writes the workbook as <c>.xlsx</c>; the same release gives the same bytes.</summary>
    public static byte[] Write(ReleaseDocument document)
    {
        using var output = new MemoryStream();
        StreamedWorkbook.Write(
            output,
            $"{ReleaseTexts.TableTitle(document.Content.Month)}, {ReleaseTexts.TableSubtitle(document.Content.Number)}",
            ReleaseTexts.Office,
            document.Content.Month,
            ReleaseLook.All,
            [
                ProvinceTable.Build(document),
                .. RankingSheet.BuildAll(document),
                CompletenessSheet.Build(document),
                ChangesSheet.Build(document),
                CausesSheet.Build(document),
                LineageSheet.Build(document),
            ]);
        return output.ToArray();
    }
}

/// <summary>What a release's files tell.</summary>
/// <param name="Reference">The reference data of the release, for names.</param>
/// <param name="Content">The release.</param>
/// <param name="Difference">What it changed about the one before; null for the first.</param>
internal sealed record ReleaseDocument(ReferenceData Reference, ReleaseContent Content, ReleaseDifference? Difference);

/// <summary>The cells and rows that a release's sheets are made of.</summary>
internal static class ReleaseCells
{
    /// <summary>What a cell of a workbook holds at most is a little more.</summary>
    private const int LongestText = 32_000;

    private const double LineHeight = 12;
    private const double LeastHeight = 16.5;

    /// <summary>A row that is said to be higher makes Excel doubt the file.</summary>
    private const double GreatestHeight = 409;

    private const double PixelsPerCharacter = 5.3;

    public static SheetCell Text(string? text, ReleaseStyle style, int span = 1) =>
        new((uint)style, text is { Length: > LongestText } ? text[..LongestText] : text, null, span);

    public static SheetCell Number(decimal? number, ReleaseStyle style) => new((uint)style, null, number, 1);

    public static SheetCell Number(int number, ReleaseStyle style) => Number((decimal)number, style);

    public static SheetCell Empty(int span = 1) => new((uint)ReleaseStyle.Default, null, null, span);

    public static SheetRow Gap() => new(8);

    /// <summary>A line of text over the whole width, as high as it needs.</summary>
    public static SheetRow Line(string text, ReleaseStyle style, IReadOnlyList<int> columns, double height = LineHeight + 2) =>
        new(Math.Max(height, HeightOf(text, columns.Sum())), Text(text, style, columns.Count));

    /// <summary>The heads of columns.</summary>
    public static SheetRow Heads(params IReadOnlyList<string> names) => new(38, [.. names.Select(name => Text(name, ReleaseStyle.Header))]);

    /// <summary>A row as high as its longest text needs.</summary>
    public static SheetRow Row(IReadOnlyList<int> columns, params IReadOnlyList<SheetCell> cells)
    {
        var height = LeastHeight;
        var column = 0;
        foreach (var cell in cells)
        {
            height = Math.Max(height, HeightOf(cell.Text ?? "", columns.Skip(column).Take(cell.Span).Sum()));
            column += cell.Span;
        }

        return new SheetRow(height, cells);
    }

    /// <summary>The label of an achievement in the colour of its place on the scale.</summary>
    public static SheetCell Label(Category? category) => category is null
        ? Text("–", ReleaseStyle.Centered)
        : Text(category.Label, category.Order switch
        {
            1 => ReleaseStyle.Best,
            2 => ReleaseStyle.Good,
            3 => ReleaseStyle.Fair,
            _ => ReleaseStyle.Poor,
        });

    /// <summary>How an amount of a component is written.</summary>
    public static ReleaseStyle AmountStyle(Component component) => component.Decimals == 0 ? ReleaseStyle.Whole : ReleaseStyle.Rate;

    private static double HeightOf(string text, int pixels) => Math.Min(
        (Math.Ceiling(text.Length * PixelsPerCharacter / Math.Max(pixels - 16, PixelsPerCharacter)) * LineHeight) + 4, GreatestHeight);
}
