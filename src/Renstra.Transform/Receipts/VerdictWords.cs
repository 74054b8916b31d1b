using Renstra.Transform.Reports;

namespace Renstra.Transform.Receipts;

/// <summary>What a verdict is called to an officer.</summary>
public static class VerdictWords
{
    /// <summary>The word on the receipt and in its file's name, in capitals.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Diterima => "DITERIMA",
        Verdict.DiterimaSebagian => "DITERIMA SEBAGIAN",
        _ => "DIKEMBALIKAN",
    };
}
