using System.Text;
using System.Text.RegularExpressions;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Receipts;

/// <summary>What a receipt is called in the sender's folder: <c>laporan juli - DITERIMA - TT-240805-7K3M-Q2XD.html</c>.</summary>
public static partial class ReceiptFileName
{
    // What file systems allow (ext4, NTFS and Azure Files count differently; this fits all), less what a folder's own copy may add.
    private const int LongestBytes = 240;

    // Excel opens no file whose path is longer than 218 characters, the folders above included; those are not known here.
    private const int LongestCharacters = 140;

    /// <summary>The name of a receipt.</summary>
    /// <param name="fileName">As the sender named the file; cut when the receipt's name would get too long.</param>
    /// <param name="verdict">What the sender is told.</param>
    /// <param name="number">The receipt's number.</param>
    /// <param name="extension">With its point, such as <c>.html</c>.</param>
    public static string For(string fileName, Verdict verdict, string number, string extension)
    {
        var ending = $" - {VerdictWords.Of(verdict)} - {number}{extension}";
        var name = WithoutReceipt(Path.GetFileNameWithoutExtension(fileName));
        return Cut(name, LongestBytes - Encoding.UTF8.GetByteCount(ending), LongestCharacters - ending.Length) + ending;
    }

    /// <summary>
    /// The name of a file without what an earlier receipt has added to it: officers mend the returned workbook and send that. What
    /// the number of a receipt happens to look like says nothing about the file.
    /// </summary>
    /// <param name="name">The name without its extension.</param>
    internal static string WithoutReceipt(string name) => ReceiptEnding().Replace(name, "");

    private static string Cut(string name, int bytes, int characters)
    {
        var kept = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            bytes -= rune.Utf8SequenceLength;
            characters -= rune.Utf16SequenceLength;
            if (bytes < 0 || characters < 0)
            {
                break;
            }

            kept.Append(rune);
        }

        return kept.ToString().TrimEnd();
    }

    // A copy of a file in a folder or a download is called "… (2)" or "… - Copy".
    [GeneratedRegex("( - (DITERIMA|DITERIMA SEBAGIAN|DIKEMBALIKAN) - TT-[0-9]{6}-[0-9A-Z]{4}-[0-9A-Z]{4})+(?= \\([0-9]+\\)$| - Copy$| - Salin$|$)")]
    private static partial Regex ReceiptEnding();
}
