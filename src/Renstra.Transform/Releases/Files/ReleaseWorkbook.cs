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
