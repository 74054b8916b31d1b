using System.Text;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Receipts;

/// <summary>What a receipt is called in the sender's folder: <c>laporan juli - DITERIMA - TT-240805-7K3M-Q2XD.html</c>.</summary>
public static class ReceiptFileName
{
    // What file systems allow (ext4, NTFS and Azure Files count differently; this fits all), less what a folder's own copy may add.
    private const int LongestBytes = 240;

    /// <summary>The name of a receipt.</summary>
    /// <param name="fileName">As the sender named the file; cut when the receipt's name would get too long.</param>
    /// <param name="verdict">What the sender is told.</param>
    /// <param name="number">The receipt's number.</param>
    /// <param name="extension">With its point, such as <c>.html</c>.</param>
    public static string For(string fileName, Verdict verdict, string number, string extension)
    {
        var ending = $" - {VerdictWords.Of(verdict)} - {number}{extension}";
        return Cut(Path.GetFileNameWithoutExtension(fileName), LongestBytes - Encoding.UTF8.GetByteCount(ending)) + ending;
    }

    private static string Cut(string name, int bytes)
    {
        var kept = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            bytes -= rune.Utf8SequenceLength;
            if (bytes < 0)
            {
                break;
            }

            kept.Append(rune);
        }

        return kept.ToString().TrimEnd();
    }
}
