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
