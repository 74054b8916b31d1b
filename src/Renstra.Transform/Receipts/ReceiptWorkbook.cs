using Renstra.Transform.Receipts.Marking;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Receipts;

/// <summary>
/// A receipt as a workbook: the officer's own file again, with problem cells coloured and annotated and a sheet that lists all
/// findings; or the list alone, where the file cannot be given back like that. The same receipt of the same file is the same bytes.
/// </summary>
/// <param name="Content">The file.</param>
/// <param name="Extension">What its name must end with, such as <c>.xlsx</c> or <c>.xlsm</c>; a workbook with macros opens by no other.</param>
public sealed record ReceiptWorkbook(ReadOnlyMemory<byte> Content, string Extension)
{
    /// <summary>Writes the workbook of a receipt.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="format">What the file turned out to be; null when it could not be read.</param>
    /// <param name="file">The officer's file; empty when it is not at hand.</param>
    /// <param name="limits">How much of a file is read.</param>
    public static ReceiptWorkbook For(Receipt receipt, FileFormat? format, ReadOnlyMemory<byte> file, WorkbookLimits limits) =>
        (format is FileFormat.Xlsx or FileFormat.Xlsm ? MarkedWorkbook.TryWrite(file, receipt, limits) : null) ?? ListWorkbook.Write(receipt);
}

/// <summary>
/// The sheet that a returned workbook has got from us. Officers mend what is marked and send the same workbook back: what we said of
/// it must not be read as what they say.
/// </summary>
internal static class ReturnedSheet
{
    /// <summary>What the sheet is called, and its first cell.</summary>
    public const string Title = "Catatan Verifikasi";

    /// <summary>What the first three cells of its first column begin with, by which it is known.</summary>
    public static IReadOnlyList<string> FirstLines { get; } = [Title, "", "Nomor tanda terima: TT-"];

    /// <summary>Whether a sheet is such a one, whatever it is called by now.</summary>
    public static bool Is(Sheet sheet) =>
        FirstLines.Index().All(line => sheet[line.Index, 0] is { Kind: CellKind.Text } cell && cell.Text.StartsWith(line.Item, StringComparison.Ordinal));
}
