using System.Reflection;
using Renstra.Transform.Indicators;
using static Renstra.Transform.Reports.IndonesianText;

namespace Renstra.Transform.Reports;

/// <summary>
/// The stable codes of findings, each with what it says in one file for each letter: <c>FileFindings</c> (B, <i>berkas</i>),
/// <c>IdentityFindings</c> (I), <c>TableFindings</c> (T), <c>NumberFindings</c> (N, <i>nilai</i>), <c>BreakdownFindings</c> (R, <i>rincian</i>).
/// A code is never reused with another meaning. Their severities are reference data (<c>aturan.csv</c>).
/// </summary>
public static partial class FindingCodes
{
    private const string Letters = "BITNR";

    private static readonly IReadOnlyList<(string Code, Severity? IntroducedAs)> Declared =
    [
        .. typeof(FindingCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => ((string)field.GetRawConstantValue()!, field.GetCustomAttribute<IntroducedAsAttribute>()?.Severity))
            .OrderBy(code => Letters.IndexOf(code.Item1[0], StringComparison.Ordinal))
            .ThenBy(code => code.Item1, StringComparer.Ordinal),
    ];

    /// <summary>Every code, in order.</summary>
    public static readonly IReadOnlyList<string> All = [.. Declared.Select(code => code.Code)];

    /// <summary>
    /// Codes that came after the first release: a file from before, such as one that a release was computed by, does not name them. Without
    /// a line of its own such a code is what stands here.
    /// </summary>
    internal static readonly IReadOnlyDictionary<string, Severity> IntroducedLater =
        Declared.Where(code => code.IntroducedAs is not null).ToDictionary(code => code.Code, code => code.IntroducedAs!.Value);
}

/// <summary>
/// What findings say, in Indonesian: what is wrong, where, what was read there, and how to mend it. The reader is an officer in a kabupaten,
/// not an engineer. Each stands in the file of its code; what is said of whole files is in <see cref="FileTexts"/>.
/// </summary>
internal static partial class FindingTexts
{
    /// <summary>Where a region or a month is named: a cell, or the name on the sheet's tab, which stands in none.</summary>
    private static string Said(ClaimSource source, Place place) => source == ClaimSource.SheetName ? "Nama lembar" : Cell(place);

    private static string Said(ClaimSource source, Place place, Place mentioned) => source == ClaimSource.SheetName ? "nama lembar" : Cell(place, mentioned);

    private static string Cells(IReadOnlyList<Place> places, Place mentioned) =>
        places.All(place => place.SheetIndex == places[0].SheetIndex)
            ? $"{Cell(places[0], mentioned)}{string.Concat(places.Skip(1).Select(place => $", {place.Location.Cell}"))}"
            : And(places.Select(place => Cell(place, mentioned)));

    private static string Named(Indicator indicator) => $"{indicator.Code} ({indicator.Name})";
}

/// <summary>What a code is where <c>aturan.csv</c> has no line for it, as the files from before it came.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class IntroducedAsAttribute(Severity severity) : Attribute
{
    /// <summary>What it was introduced as.</summary>
    public Severity Severity { get; } = severity;
}
