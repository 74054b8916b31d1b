using Renstra.Transform.Calendar;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Reading.Identities;

/// <summary>
/// Decides which month evidence speaks about. Month and year may stand apart; the plainest evidence decides, and whatever
/// contradicts it makes the month undecided.
/// </summary>
internal static class MonthResolver
{
    /// <summary>The parts that are said, or why they cannot be told; parts never come with remarks.</summary>
    public static (MonthPart? Part, IReadOnlyList<Remark> Remarks) Resolve(IdentityEvidence evidence)
    {
        var wrong = evidence.Months.Where(claim => claim.Part is null).ToList();
        if (wrong.Count > 0)
        {
            return (null, [.. wrong.Select(claim => new Remark(
                FindingCodes.MonthWrong, FindingTexts.MonthNotUnderstood(claim.Place, claim.Raw), claim.Place, claim.Raw))]);
        }

        var claims = evidence.Months.OrderBy(claim => claim.Source).ToList();
        var ofMonth = claims.FirstOrDefault(claim => claim.Part?.Month is not null);
        var ofYear = claims.FirstOrDefault(claim => claim.Part?.Year is not null);
        var remarks = claims
            .Where(claim => Differ(claim.Part?.Month, ofMonth?.Part?.Month) || Differ(claim.Part?.Year, ofYear?.Part?.Year))
            .Select(claim => Disagreement(claim, Differ(claim.Part?.Month, ofMonth?.Part?.Month) ? ofMonth! : ofYear!))
            .Take(1)
            .ToList();
        return remarks.Count > 0 ? (null, remarks) : (new MonthPart(ofYear?.Part?.Year, ofMonth?.Part?.Month), []);
    }

    /// <summary>The whole month, or the remark that a part of it is missing.</summary>
    public static (ReportingMonth? Month, Remark? Missing) Complete(MonthPart part, IdentityEvidence evidence)
    {
        if (part.Whole is { } month)
        {
            return (month, null);
        }

        var said = evidence.Months.OrderBy(claim => claim.Source).FirstOrDefault(claim => claim.Part is { Month: not null } or { Year: not null });
        var message = (evidence.BlankMonth, said) switch
        {
            ({ } label, _) => FindingTexts.MonthBlank(label, part.Month is not null, part.Year is not null),
            (_, { } claim) => FindingTexts.MonthHalfSaid(claim.Source, claim.Place, claim.Raw, part.Month is not null),
            _ => FindingTexts.MonthMissing,
        };
        return (null, new Remark(FindingCodes.MonthMissing, message, evidence.BlankMonth ?? said?.Place, evidence.BlankMonth is null ? said?.Raw : null));
    }

    private static bool Differ(int? one, int? other) => one is not null && other is not null && one != other;

    private static Remark Disagreement(MonthClaim claim, MonthClaim plainest) => claim.Place == plainest.Place && claim.Raw == plainest.Raw
        ? new(FindingCodes.MonthWrong, FindingTexts.MonthNotUnderstood(claim.Place, claim.Raw), claim.Place, claim.Raw)
        : new(FindingCodes.MonthContradiction, FindingTexts.MonthsDisagree((claim.Source, claim.Place, claim.Raw, claim.IsHidden), (plainest.Source, plainest.Place, plainest.Raw, plainest.IsHidden)), claim.Place, claim.Raw);
}
