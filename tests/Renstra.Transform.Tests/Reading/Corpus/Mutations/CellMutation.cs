using Renstra.SampleData.Files;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Reading.Corpus.Mutations;

/// <summary>Changes the cells of a workbook before it is written, as people do who paste, drag and type.</summary>
internal sealed class CellMutation(Random random)
{
    public static readonly string[] TrickyTexts =
    [
        "", " ", "-", "–", "0", "1", "12", "1.234", "1,234", "1.234,5", "1.234.567", "12 345", "1e3", "-5", "+7", "9999999999", "1234567890123456789012", "07", "1/2", "3 : 4", "=1+1", "5 orang",
        "5%", "nihil", "N/A", "#REF!", "１２", "12'345", "2024", "45474", "Juli 2024", "Juni 2024", "07/2024", "53.02", "5304", "53.03", "TTU", "Kupang", "JUMLAH", "IKU-1", "IKU-7", "Pembilang",
        "Penyebut", "s.d. Bulan Ini", "Bulan Ini", "Target", "Catatan:", "<&>\"'", "\u200B", "0x10", "1.23", "001.234",
    ];

    private static readonly double[] TrickyNumbers = [0, 1, -1, 0.5, 1.234, 1e15, 1e-9, 45474, 2024, 5302, 123456789, double.MaxValue];

    public WorkbookSpec Of(WorkbookSpec workbook)
    {
        var sheets = workbook.Sheets.ToArray();
        var chosen = random.Next(sheets.Length);
        var cells = sheets[chosen].Cells.ToList();
        for (var count = random.Next(1, 4); count > 0 && cells.Count > 1; count--)
        {
            Change(cells);
        }

        sheets[chosen] = sheets[chosen] with { Cells = [.. cells.DistinctBy(cell => cell.Address).OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)] };
        return workbook with { Sheets = sheets };
    }

    private void Change(List<CellSpec> cells)
    {
        var at = random.Next(cells.Count);
        switch (random.Next(6))
        {
            case 0:
                cells.RemoveAt(at);
                break;
            case 1:
                cells[at] = cells[at] with { Value = TrickyNumbers[random.Next(TrickyNumbers.Length)], Formula = null };
                break;
            case 2:
                cells[at] = cells[at] with { Value = cells[random.Next(cells.Count)].Value, Formula = null };
                break;
            case 3:
                cells.Insert(0, cells[at] with { Address = Sheet.AddressOf(random.Next(40), random.Next(12)) });
                break;
            default:
                cells[at] = cells[at] with { Value = TrickyTexts[random.Next(TrickyTexts.Length)], Formula = null, Format = null };
                break;
        }
    }
}
