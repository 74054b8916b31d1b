using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Receipts;

/// <summary>
/// What the sender of a file gets back (<c>TandaTerima</c>). It depends on the submission and the reference data alone, so that it
/// can be written again and says the same.
/// </summary>
public sealed record Receipt
{
    /// <summary>As <see cref="ReceiptNumber"/> makes it.</summary>
    public required string Number { get; init; }

    /// <summary>The submission.</summary>
    public required SubmissionId Submission { get; init; }

    /// <summary>As the sender named the file.</summary>
    public required string FileName { get; init; }

    /// <summary>The full name of the region whose folder the file came from; null when it is unknown.</summary>
    public required string? SenderFolder { get; init; }

    /// <summary>What the sender is told.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The reports found in the file, in its order.</summary>
    public required IReadOnlyList<ReceiptReport> Reports { get; init; }

    /// <summary>Where no report could be told apart: the full name of the region that the file is about; null when that is not known either.</summary>
    public string? KnownRegion { get; init; }

    /// <summary>Where no report could be told apart: the month that the file is about; null when that is not known either.</summary>
    public ReportingMonth? KnownMonth { get; init; }

    /// <summary>What has to be mended or looked at, in the order in which an officer meets it; at most as many as are kept.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>How many findings there are, those not kept included.</summary>
    public required int FindingsTotal { get; init; }

    /// <summary>The version of the reference data that the file was read by.</summary>
    public required string ReferenceVersion { get; init; }

    /// <summary>Writes out what was understood of a submission.</summary>
    /// <param name="number">The receipt's number.</param>
    /// <param name="submission">The submission.</param>
    /// <param name="source">What is known of it besides its bytes.</param>
    /// <param name="reading">What was read.</param>
    /// <param name="reference">The reference data that it was read by.</param>
    public static Receipt For(string number, SubmissionId submission, SubmissionSource source, SubmissionReading reading, ReferenceData reference) => new()
    {
        Number = number,
        Submission = submission,
        FileName = source.FileName,
        SenderFolder = source.Folder is { } folder && reference.Regions.TryFind(folder, out var region) ? region.FullName : null,
        Verdict = reading.Verdict,
        Reports = [.. reading.Reports.Select(report => ReceiptReport.For(report, reference))],
        KnownRegion = reading.KnownRegion is { } known && reference.Regions.TryFind(known, out var about) ? about.FullName : null,
        KnownMonth = reading.KnownMonth,
        Findings = reading.Findings,
        FindingsTotal = reading.FindingsTotal,
        ReferenceVersion = reference.Version,
    };
}

/// <summary>One part of a breakdown, as its receipt shows it.</summary>
/// <param name="Dimension">What was broken down by.</param>
/// <param name="Name">The part.</param>
/// <param name="Amount">How it was understood, and from which cell.</param>
public sealed record ReceiptPart(string Dimension, string Name, ComponentAmount Amount)
{
    internal static ReceiptPart For(Component component, PartAmount part) =>
        new(part.Dimension, component.Breakdown.FirstOrDefault(each => each.Code == part.Part)?.Name ?? part.Part, part.Amount);
}

/// <summary>One report of a submission, as its receipt shows it.</summary>
/// <param name="Key">What it speaks about.</param>
/// <param name="Region">The region's full name.</param>
/// <param name="IsAccepted">Accepted whole, or returned whole.</param>
/// <param name="Indicators">
/// Every indicator that the holder reports about the region, whether or not anything was understood of it, in the order of the plan.
/// </param>
public sealed record ReceiptReport(ReportKey Key, string Region, bool IsAccepted, IReadOnlyList<ReceiptIndicator> Indicators)
{
    internal static ReceiptReport For(ReportReading report, ReferenceData reference)
    {
        var figures = report.Figures.ToDictionary(figure => figure.Indicator);
        var indicators = reference.Indicators.ReportedBy(report.Key.Holder, report.Key.Region, report.Key.Month.Year)
            .Union(figures.Keys.Select(code => reference.Indicators[code]))
            .OrderBy(indicator => indicator.Code);
        return new ReceiptReport(
            report.Key,
            reference.Regions.TryFind(report.Key.Region, out var region) ? region.FullName : report.Key.Region.Value,
            report.IsAccepted,
            [.. indicators.Select(indicator => ReceiptIndicator.For(indicator, figures.GetValueOrDefault(indicator.Code)))]);
    }
}

/// <summary>One indicator of a report, as its receipt shows it.</summary>
/// <param name="Code">The indicator.</param>
/// <param name="Name">As the plan prints it.</param>
/// <param name="Amounts">What was understood, numerator first; none when nothing was reported.</param>
/// <param name="Share">
/// Numerator / denominator × 100 of these very amounts, rounded as published, so that two amounts in each other's place are noticed;
/// null when there is no such share.
/// </param>
public sealed record ReceiptIndicator(IndicatorCode Code, string Name, IReadOnlyList<ReceiptAmount> Amounts, decimal? Share)
{
    internal static ReceiptIndicator For(Indicator indicator, Figure? figure)
    {
        var amounts = new List<ReceiptAmount>();
        if (figure is not null)
        {
            amounts.Add(ReceiptAmount.For(indicator.Numerator, figure.Numerator, figure.Parts));
        }

        if (figure?.Denominator is not null && indicator.Denominator is not null)
        {
            amounts.Add(ReceiptAmount.For(indicator.Denominator, figure.Denominator, figure.Parts));
        }

        return new ReceiptIndicator(indicator.Code, indicator.Name, amounts, ShareOf(indicator, figure));
    }

    private static decimal? ShareOf(Indicator indicator, Figure? figure) =>
        indicator.Kind == IndicatorKind.Proporsi
        && figure?.Denominator is { } denominator
        && Arithmetic.Share(figure.Numerator.Amount, denominator.Amount) is { } share
            ? Arithmetic.Publish(share, indicator.Decimals)
            : null;
}

/// <summary>One amount of a report, as its receipt shows it.</summary>
/// <param name="Component">What was counted.</param>
/// <param name="Unit">In what.</param>
/// <param name="Period">Over which time, in an officer's words.</param>
/// <param name="Amount">How it was understood, and from which cell.</param>
public sealed record ReceiptAmount(string Component, string Unit, string Period, ComponentAmount Amount)
{
    /// <summary>What it was broken down into; mostly none.</summary>
    public IReadOnlyList<ReceiptPart> Parts { get; init; } = [];

    internal static ReceiptAmount For(Component component, ComponentAmount amount, IReadOnlyList<PartAmount> parts) =>
        new(component.Name, component.Unit, component.PeriodLabel, amount)
        {
            Parts = [.. parts.Where(part => part.Role == component.Role).Select(part => ReceiptPart.For(component, part))],
        };
}

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
