using System.Collections.Immutable;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Withdrawals;

/// <summary>Which withdrawals hold, as storage keeps it.</summary>
/// <param name="Withdrawn">The submissions that are withdrawn.</param>
/// <param name="Pending">Those, withdrawn or no longer so, whose views may still have to be written.</param>
/// <param name="Unknown">Those withdrawn that were never received.</param>
internal sealed record WithdrawalState(
    ImmutableSortedSet<SubmissionId> Withdrawn, ImmutableSortedSet<SubmissionId> Pending, ImmutableSortedSet<SubmissionId> Unknown)
{
    /// <summary>Nothing was ever withdrawn.</summary>
    public static readonly WithdrawalState Empty = new([], [], []);

    /// <summary>The state once a list is to hold: what changes is pending, besides what was.</summary>
    public WithdrawalState Changed(IEnumerable<SubmissionId> listed, IEnumerable<SubmissionId> unknown)
    {
        var withdrawn = listed.ToImmutableSortedSet();
        return new WithdrawalState(withdrawn, Pending.Union(withdrawn.SymmetricExcept(Withdrawn)), [.. unknown]);
    }

    /// <summary>Whether it says the same.</summary>
    public bool IsSameAs(WithdrawalState other) =>
        Withdrawn.SetEquals(other.Withdrawn) && Pending.SetEquals(other.Pending) && Unknown.SetEquals(other.Unknown);
}
