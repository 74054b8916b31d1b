using System.Globalization;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Forms;

/// <summary>What stands in one form, looked up and complete; the sheets only lay it out.</summary>
internal sealed record FormContent(
    FormRequest Request,
    Region Region,
    IReadOnlyList<FormRow> Rows,
    IReadOnlyList<FormBreakdown> Breakdowns,
    IReadOnlyList<string> RegionNames,
    int FirstYear,
    int LastYear,
    int DueDay)
{
    /// <summary>Whether the form has the main indicators (<c>IKU</c>) alone, as the regions' forms do.</summary>
    public bool IsAboutMainIndicators => Rows.All(row => row.Indicator.Code.Value.StartsWith("IKU-", StringComparison.Ordinal));

    public static FormContent Of(ReferenceData reference, FormRequest request)
    {
        if (!reference.Regions.TryFind(request.Region, out var region))
        {
            throw new ArgumentException($"{request.Region} is no region of the reference data.", nameof(request));
        }

        var indicators = reference.Indicators.ReportedBy(request.Holder, request.Region, request.Month.Year).ToList();
        if (indicators.Count == 0)
        {
            throw new ArgumentException($"{request.Holder} reports no indicator about {request.Region} in {request.Month}.", nameof(request));
        }

        var rows = indicators.ConvertAll(indicator => RowOf(reference.Severities, request, indicator));
        foreach (var (part, amount) in request.Parts)
        {
            RefuseIfOutOfRange(request, amount, PartOf(indicators, part), part.Indicator);
        }

        return new FormContent(
            request,
            region,
            rows,
            FormBreakdown.Of(request, rows, reference.Severities),
            [.. reference.Regions.All.Where(each => each.Level != RegionLevel.Provinsi || each == region).Select(each => each.FullName)],
            indicators.Min(indicator => indicator.FirstYear),
            indicators.Max(indicator => indicator.LastYear),
            reference.Calendar.Rules.DueDay);
    }

    /// <summary>The component that a cell for a part counts in; null when the form has no such cell.</summary>
    private static Component? PartOf(IReadOnlyList<Indicator> indicators, FormPart part) => indicators
        .Where(indicator => indicator.Code == part.Indicator)
        .SelectMany(indicator => indicator.Components)
        .FirstOrDefault(component => component.Role == part.Role && component.Breakdown.Any(each => each.Code == part.Part && each.Kind != PartKind.Sisanya));

    private static FormRow RowOf(SeverityRules severities, FormRequest request, Indicator indicator)
    {
        var amounts = request.Amounts.GetValueOrDefault(indicator.Code);
        RefuseIfOutOfRange(request, amounts.Numerator, indicator.Numerator, indicator.Code);
        RefuseIfOutOfRange(request, amounts.Denominator, indicator.Denominator, indicator.Code);
        return new FormRow(
            indicator,
            amounts,
            new FormCheck(
                severities.Of(FindingCodes.NumeratorOverDenominator, indicator.Code),
                severities.Of(FindingCodes.DenominatorZero, indicator.Code),
                indicator));
    }

    private static void RefuseIfOutOfRange(FormRequest request, decimal? amount, Component? component, IndicatorCode code)
    {
        if (amount is { } value && (component is null || value < 0 || decimal.Round(value, component.Decimals) != value))
        {
            var message = string.Create(CultureInfo.InvariantCulture, $"The form has no cell that takes {value} for {code}.");
            throw new ArgumentException(message, nameof(request));
        }
    }
}

/// <summary>Which monthly form is wanted, and what is already written into it.</summary>
/// <param name="Region">The region reported about.</param>
/// <param name="Month">The month reported about.</param>
/// <param name="Holder">Who reports: the form has the rows of this holder's indicators alone.</param>
public sealed record FormRequest(RegionCode Region, ReportingMonth Month, DataHolder Holder)
{
    /// <summary>The name of the officer who fills it in; null leaves it to the officer.</summary>
    public string? Officer { get; init; }

    /// <summary>The day it was filled in; null leaves it to the officer.</summary>
    public DateOnly? FilledOn { get; init; }

    /// <summary>Numbers already known. An indicator that is not here has blank cells, which mean "not reported".</summary>
    public IReadOnlyDictionary<IndicatorCode, FormAmounts> Amounts { get; init; } = new Dictionary<IndicatorCode, FormAmounts>();

    /// <summary>Parts of breakdowns already known. Breakdowns need not be filled in: what is not here has a blank cell.</summary>
    public IReadOnlyDictionary<FormPart, decimal> Parts { get; init; } = new Dictionary<FormPart, decimal>();
}

/// <summary>One indicator's row in a form.</summary>
internal sealed record FormRow(Indicator Indicator, FormAmounts Amounts, FormCheck Check);

/// <summary>The numbers that a form is given to start with, for one indicator.</summary>
/// <param name="Numerator">In the component's unit; null leaves the cell blank.</param>
/// <param name="Denominator">In the component's unit; null leaves the cell blank.</param>
public readonly record struct FormAmounts(decimal? Numerator, decimal? Denominator);
