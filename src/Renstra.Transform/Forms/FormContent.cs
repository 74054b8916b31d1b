using System.Globalization;
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
