using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Receipts;

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
