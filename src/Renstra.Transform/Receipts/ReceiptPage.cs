using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Renstra.Transform.Calendar;
using Renstra.Transform.Receipts.Comparing;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Receipts;

/// <summary>
/// A receipt as a page for the officer who sent the file: readable on a screen and on A4, complete in itself, without scripts.
/// </summary>
public static class ReceiptPage
{
    /// <summary>The page as HTML, to be stored in UTF-8.</summary>
    public static string Write(Receipt receipt)
    {
        var errors = receipt.Findings.Where(finding => finding.Severity == Severity.Kesalahan).ToList();
        var warnings = receipt.Findings.Where(finding => finding.Severity == Severity.Peringatan).ToList();
        var toMend = Findings(ReceiptTexts.ErrorsHeading, ReceiptTexts.ErrorsLead(errors.Count), "errors", errors, receipt);
        var toLookAt = Findings(ReceiptTexts.WarningsHeading, ReceiptTexts.WarningsLead, "warnings", warnings, receipt);
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="id">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{VerdictWords.Of(receipt.Verdict)} - {receipt.FileName} - {receipt.Number}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <main>
            {Heading(receipt)}
            {toMend}
            {NextSteps(receipt.Verdict)}
            {toLookAt}
            {Numbers(receipt)}
            {PlaceOfComparison}
            <footer>
            <p>{ReceiptTexts.Footer(receipt.Number)}</p>
            <p>{ReceiptTexts.Reference(receipt.ReferenceVersion)}</p>
            </footer>
            </main>
            </body>
            </html>

            """).ToString();
    }

    /// <summary>
    /// The page with a comparison in the place that it keeps for one. A receipt itself depends on its submission alone; how that
    /// compares with other reports depends on when it is asked.
    /// </summary>
    /// <param name="page">As <see cref="Write"/> gives it.</param>
    /// <param name="comparisons">One for each report that has numbers.</param>
    /// <param name="at">When they were made.</param>
    public static string WithComparison(string page, IReadOnlyList<ReportComparison> comparisons, DateTimeOffset at) =>
        page.Replace(PlaceOfComparison.ToString(), ComparisonSection.Of(comparisons, at).ToString(), StringComparison.Ordinal);

    // Nothing that comes from a file can look like it: text is encoded.
    private static Html PlaceOfComparison { get; } = Html.Trusted("<!-- perbandingan -->");

    private static Html Style { get; } = Html.Trusted(ReceiptStyle.Css);

    private static Html Heading(Receipt receipt) => Html.Of($"""
        <header>
        <p>{ReceiptTexts.Office}</p>
        <h1>{ReceiptTexts.Title}</h1>
        </header>
        <section class="verdict {Tone(receipt.Verdict)}">
        <strong>{VerdictWords.Of(receipt.Verdict)}</strong>
        <p>{ReceiptTexts.Headline(receipt.Verdict)} {ReceiptTexts.Lead(receipt)}</p>
        </section>
        <dl>
        <dt>{ReceiptTexts.NumberLabel}</dt><dd class="number">{receipt.Number}</dd>
        <dt>{ReceiptTexts.AboutLabel}</dt><dd>{ReceiptTexts.About(receipt)}</dd>
        <dt>{ReceiptTexts.FileLabel}</dt><dd><bdi>{receipt.FileName}</bdi></dd>
        <dt>{ReceiptTexts.FolderLabel}</dt><dd>{receipt.SenderFolder ?? ReceiptTexts.UnknownFolder}</dd>
        <dt>{ReceiptTexts.ReceivedLabel}</dt><dd>{Wita.Write(receipt.Submission.SubmittedAt)}</dd>
        </dl>
        """);

    private static Html NextSteps(Verdict verdict)
    {
        var steps = Html.Join(ReceiptTexts.NextSteps(verdict).Select(step => Html.Of($"<li>{step}</li>\n")));
        var note = ReceiptTexts.NextNote(verdict) is { } text ? Html.Of($"<p class=\"soft\">{text}</p>\n") : Html.Of($"");
        return Html.Of($"""
            <section>
            <h2>{ReceiptTexts.NextHeading}</h2>
            <ol>
            {steps}</ol>
            {note}</section>
            """);
    }

    private static Html Findings(string heading, string lead, string kind, List<Finding> findings, Receipt receipt)
    {
        if (findings.Count == 0)
        {
            return Html.Of($"");
        }

        var rows = Html.Join(findings.Select((finding, index) => Html.Of($"""
            <tr>
            <td>{Whole(index + 1)}</td>
            <td>{Place(finding, receipt)}</td>
            <td>{Written(finding)}</td>
            <td>{finding.Message}</td>
            <td>{finding.Code}</td>
            </tr>

            """)));
        var omitted = receipt.FindingsTotal > receipt.Findings.Count
            ? Html.Of($"<p class=\"soft\">{ReceiptTexts.Omitted(receipt.Findings.Count, receipt.FindingsTotal)}</p>\n")
            : Html.Of($"");
        return Html.Of($"""
            <section>
            <h2>{heading}</h2>
            <p>{lead}</p>
            <table class="findings {kind}">
            <thead><tr><th>No.</th><th>{ReceiptTexts.PlaceColumn}</th><th>{ReceiptTexts.WrittenColumn}</th><th>{ReceiptTexts.MessageColumn}</th><th>{ReceiptTexts.CodeColumn}</th></tr></thead>
            <tbody>
            {rows}</tbody>
            </table>
            {omitted}</section>
            """);
    }

    private static Html Place(Finding finding, Receipt receipt)
    {
        var place = finding.Location is { } location ? ReceiptTexts.Place(location) : ReceiptTexts.WholeFile;
        return receipt.Reports.Count > 1 && receipt.Reports.FirstOrDefault(report => report.Key == finding.Report) is { } report
            ? Html.Of($"<bdi>{place}</bdi> <span class=\"soft\">({ReceiptTexts.Subject(report)})</span>")
            : Html.Of($"<bdi>{place}</bdi>");
    }

    private static Html Written(Finding finding) => finding.Raw switch
    {
        null => Html.Of($""),
        "" => Html.Of($"<span class=\"soft\">{ReceiptTexts.EmptyCell}</span>"),
        var raw => Raw(raw),
    };

    private static Html Numbers(Receipt receipt)
    {
        var reports = Html.Join(receipt.Reports.Select(Report));
        var lead = receipt.Reports.Count == 0 ? ReceiptTexts.NothingRead : ReceiptTexts.NumbersLead;
        return Html.Of($"""
            <section>
            <h2>{ReceiptTexts.NumbersHeading}</h2>
            <p class="soft">{lead}</p>
            {reports}</section>
            """);
    }

    private static Html Report(ReceiptReport report)
    {
        var tone = report.IsAccepted ? "accepted" : "returned";
        var word = report.IsAccepted ? ReceiptTexts.ReportAccepted : ReceiptTexts.ReportReturned;
        var sheets = report.Indicators.SelectMany(indicator => indicator.Amounts).Select(amount => amount.Amount.Location.Sheet).Distinct().ToList();
        var sheet = sheets is [{ Length: > 0 } only] ? Html.Of($" <bdi class=\"soft\">{ReceiptTexts.Sheet(only)}</bdi>") : Html.Of($"");
        var rows = Html.Join(report.Indicators.Select(indicator => Indicator(indicator, namesSheets: sheets.Count > 1)));
        return Html.Of($"""
            <h3 class="{tone}">{ReceiptTexts.Subject(report)} <span class="tag">{word}</span>{sheet}</h3>
            <table>
            <thead><tr><th>{ReceiptTexts.IndicatorColumn}</th><th>{ReceiptTexts.ComponentColumn}</th><th class="amount">{ReceiptTexts.AmountColumn}</th><th>{ReceiptTexts.WrittenColumn}</th><th>{ReceiptTexts.CellColumn}</th></tr></thead>
            {rows}</table>

            """);
    }

    private static Html Indicator(ReceiptIndicator indicator, bool namesSheets)
    {
        var name = Html.Of($"<span class=\"code\">{indicator.Code.Value}</span> {indicator.Name}");
        if (indicator.Amounts.Count == 0)
        {
            return Html.Of($"""
                <tbody><tr><td class="indicator">{name}</td><td class="missing" colspan="4">{ReceiptTexts.NotReported}</td></tr></tbody>

                """);
        }

        var share = indicator.Share is { } percent ? Html.Of($"<span class=\"share\">{ReceiptTexts.Share(percent)}</span>") : Html.Of($"");
        var first = Html.Of($"""
            <td class="indicator" rowspan="{Whole(indicator.Amounts.Sum(amount => 1 + amount.Parts.Count))}">{name}{share}</td>
            """);
        var rows = indicator.Amounts
            .SelectMany(amount => amount.Parts.Select(part => Part(part, amount, namesSheets)).Prepend(Amount(amount, namesSheets)))
            .Select((cells, index) => index == 0 ? Html.Of($"<tr>{first}{cells}</tr>\n") : Html.Of($"<tr>{cells}</tr>\n"));
        return Html.Of($"<tbody>{Html.Join(rows)}</tbody>\n");
    }

    private static Html Part(ReceiptPart part, ReceiptAmount whole, bool namesSheet)
    {
        var sheet = part.Amount.Location.Sheet;
        var note = namesSheet || sheet == whole.Amount.Location.Sheet ? Html.Of($"") : Html.Of($" <bdi class=\"period\">({ReceiptTexts.Sheet(sheet)})</bdi>");
        return Cells(Html.Of($"<td class=\"part\">{part.Name}{note}</td>"), part.Amount, whole.Unit, namesSheet);
    }

    private static Html Amount(ReceiptAmount amount, bool namesSheet) => Cells(
        Html.Of($"<td>{amount.Component} <span class=\"period\">({amount.Period})</span></td>"), amount.Amount, amount.Unit, namesSheet);

    private static Html Cells(Html name, ComponentAmount amount, string unit, bool namesSheet)
    {
        var location = amount.Location;
        var cell = namesSheet ? Html.Of($"<bdi>{ReceiptTexts.Place(location)}</bdi>") : Html.Of($"{location.Cell}");
        return Html.Of($"""
            {name}<td class="amount"><strong>{IndonesianText.Number(amount.Amount)}</strong> {unit}</td><td class="written">{Raw(amount.Raw)}</td><td class="cell">{cell}</td>
            """);
    }

    // What a cell holds is isolated, so that letters which run from right to left leave the line around them alone.
    private static Html Raw(string raw) => Html.Of($"<bdi class=\"raw\">{raw}</bdi>");

    private static string Tone(Verdict verdict) => verdict switch
    {
        Verdict.Diterima => "accepted",
        Verdict.DiterimaSebagian => "partly",
        _ => "returned",
    };

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>
/// A piece of an HTML page. What is interpolated is encoded, always: a cell can hold anything, and a receipt must show it without
/// obeying it. Only another piece goes in as it is.
/// </summary>
internal sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new();

    /// <summary>A piece of one text.</summary>
    public static Html Of(Interpolation html) => html.Piece;

    /// <summary>A piece that is HTML (or CSS) already, of our own writing.</summary>
    public static Html Trusted(string html)
    {
        var piece = new Html();
        piece._text.Append(html);
        return piece;
    }

    /// <summary>The pieces one after another.</summary>
    public static Html Join(IEnumerable<Html> pieces)
    {
        var joined = new Html();
        foreach (var piece in pieces)
        {
            joined._text.Append(piece._text);
        }

        return joined;
    }

    public override string ToString() => _text.ToString();

    /// <summary>Receives the literal parts, which are HTML, and the interpolated ones, which are text.</summary>
    [InterpolatedStringHandler]
    public readonly struct Interpolation(int literalLength, int formattedCount)
    {
        private const int TypicalHole = 24;

        public Html Piece { get; } = Sized(literalLength + (formattedCount * TypicalHole));

        public void AppendLiteral(string html) => Piece._text.Append(html);

        public void AppendFormatted(string? text) => Piece._text.Append(Encoder.Encode(text ?? ""));

        public void AppendFormatted(Html piece) => Piece._text.Append(piece._text);

        private static Html Sized(int capacity)
        {
            var html = new Html();
            html._text.EnsureCapacity(capacity);
            return html;
        }
    }
}
