namespace Renstra.Transform.Reports;

/// <summary>That a submission was withdrawn (<c>penarikan.csv</c>): its reports no longer stand, and the ones before them do again.</summary>
/// <param name="Submission">The submission.</param>
/// <param name="Reason">Why, for whoever asks later.</param>
/// <param name="WithdrawnBy">Who decided it.</param>
/// <param name="WithdrawnOn">The day on which it was decided.</param>
public sealed record Withdrawal(SubmissionId Submission, string Reason, string WithdrawnBy, DateOnly WithdrawnOn);
