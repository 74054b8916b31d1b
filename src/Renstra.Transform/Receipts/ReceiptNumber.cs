using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Receipts;

/// <summary>
/// The number on a receipt, <c>TT-yyMMdd-XXXX-XXXX</c>: the day received (WITA), and eight characters that can be read out over a
/// telephone (Crockford's base 32 has no I, L, O or U). The same submission always has the same number.
/// </summary>
public static class ReceiptNumber
{
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int BitsPerDigit = 5;
    private const int DigitsPerGroup = 4;

    /// <summary>The number of a submission.</summary>
    /// <param name="submission">The submission.</param>
    /// <param name="blobName">Where its file lies, so that two submissions never share a number by sharing their bytes.</param>
    public static string Of(SubmissionId submission, string blobName)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{submission}\n{blobName}"));
        var bits = ((ulong)hash[0] << 32) | ((ulong)hash[1] << 24) | ((ulong)hash[2] << 16) | ((ulong)hash[3] << 8) | hash[4];
        var day = Wita.From(submission.SubmittedAt).ToString("yyMMdd", CultureInfo.InvariantCulture);
        return $"TT-{day}-{Group(bits >> (BitsPerDigit * DigitsPerGroup))}-{Group(bits)}";
    }

    private static string Group(ulong bits) => string.Create(DigitsPerGroup, bits, static (group, bits) =>
    {
        for (var index = group.Length - 1; index >= 0; index--, bits >>= BitsPerDigit)
        {
            group[index] = Digits[(int)(bits % (ulong)Digits.Length)];
        }
    });
}
