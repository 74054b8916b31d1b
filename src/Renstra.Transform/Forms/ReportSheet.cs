using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Spreadsheets;

namespace Renstra.Transform.Forms;

/// <summary>The sheet that an officer fills in. It fits a screen of 1366 × 768 at 100 % and one page A4.</summary>
internal sealed class ReportSheet(FormContent content, SharedStrings strings)
{
    private const char Code = 'A';
    private const char Name = 'B';
    private const char Numerator = 'C';
    private const char NumeratorPeriod = 'D';
    private const char NumeratorAmount = 'E';
    private const char Denominator = 'F';
    private const char DenominatorPeriod = 'G';
    private const char DenominatorAmount = 'H';
    private const char Check = 'I';

    private const uint TitleRow = 1;
    private const uint OfficeRow = 2;
    private const uint GapAboveIdentity = 3;
    private const uint RegionRow = 4;
    private const uint MonthRow = 5;
    private const uint YearRow = 6;
    private const uint GapBelowIdentity = 7;
    private const uint HeaderRow = 8;
    private const uint FirstRow = 9;

    private readonly SheetComposer _cells = new(strings);

    private uint LastRow => FirstRow + (uint)content.Rows.Count - 1;

    private uint LegendRow => LastRow + 1;

    /// <summary>The cell of an amount, as other sheets refer to it.</summary>
    /// <param name="row">The indicator's row, counted from 0.</param>
    /// <param name="role">The component.</param>
    public static string AmountCell(int row, ComponentRole role) =>
        $"{FormTexts.ReportSheet}!{SheetComposer.Address(role == ComponentRole.Pembilang ? NumeratorAmount : DenominatorAmount, FirstRow + (uint)row)}";

    /// <summary>The range that is printed, as the workbook names it.</summary>
    public string PrintArea => $"{FormTexts.ReportSheet}!$A$1:${Check}${LegendRow}";

    public Worksheet Build()
    {
        WriteHeading();
        WriteIdentity();
        WriteHeader();
        for (var index = 0; index < content.Rows.Count; index++)
        {
            WriteRow(FirstRow + (uint)index, content.Rows[index]);
        }

        _cells.Height(LegendRow, 16.5);
        _cells.Merge(Code, Check, LegendRow, LegendRow, FormStyle.Legend);
        _cells.Text(Code, LegendRow, FormTexts.Legend, FormStyle.Legend);
        return Frame();
    }

    private void WriteHeading()
    {
        _cells.Height(TitleRow, 22.5);
        _cells.Merge(Code, DenominatorPeriod, TitleRow, TitleRow, FormStyle.Title);
        _cells.Text(Code, TitleRow, content.IsAboutMainIndicators ? FormTexts.MainIndicatorsTitle : FormTexts.Title, FormStyle.Title);
        _cells.Merge(DenominatorAmount, Check, TitleRow, TitleRow, FormStyle.TitleRight);
        _cells.Text(DenominatorAmount, TitleRow, FormTexts.Version, FormStyle.TitleRight);

        _cells.Height(OfficeRow, 16.5);
        _cells.Merge(Code, Check, OfficeRow, OfficeRow, FormStyle.Subtitle);
        _cells.Text(Code, OfficeRow, FormTexts.Plan(content.FirstYear, content.LastYear), FormStyle.Subtitle);
    }

    private void WriteIdentity()
    {
        Gap(GapAboveIdentity);
        Gap(GapBelowIdentity);
        foreach (var row in (uint[])[RegionRow, MonthRow, YearRow])
        {
            _cells.Height(row, 17.25);
            _cells.Merge(NumeratorPeriod, NumeratorAmount, row, row, FormStyle.Choice);
        }

        _cells.Merge(Code, Name, RegionRow, YearRow, FormStyle.Reminder);
        _cells.Text(Code, RegionRow, FormTexts.Reminder(content.DueDay), FormStyle.Reminder);

        var month = content.Request.Month;
        var regionLabel = content.Region.Code.IsProvince ? FormTexts.ProvinceLabel : FormTexts.RegionLabel;
        _cells.Text(Numerator, RegionRow, regionLabel, FormStyle.Label);
        _cells.Text(NumeratorPeriod, RegionRow, content.Region.FullName, FormStyle.Choice);
        _cells.Text(Numerator, MonthRow, FormTexts.MonthLabel, FormStyle.Label);
        _cells.Text(NumeratorPeriod, MonthRow, ReportingMonth.NameOf(month.Month), FormStyle.Choice);
        _cells.Text(Numerator, YearRow, FormTexts.YearLabel, FormStyle.Label);
        _cells.Number(NumeratorPeriod, YearRow, month.Year, FormStyle.Choice);

        _cells.Text(Denominator, RegionRow, FormTexts.OfficerLabel, FormStyle.Label);
        _cells.Merge(DenominatorPeriod, DenominatorAmount, RegionRow, RegionRow, FormStyle.TextEntry);
        if (content.Request.Officer is { } officer)
        {
            _cells.Text(DenominatorPeriod, RegionRow, officer, FormStyle.TextEntry);
        }

        _cells.Text(Denominator, MonthRow, FormTexts.DateLabel, FormStyle.Label);
        _cells.Merge(DenominatorPeriod, DenominatorAmount, MonthRow, MonthRow, FormStyle.DateEntry);
        _cells.Date(DenominatorPeriod, MonthRow, content.Request.FilledOn, FormStyle.DateEntry);
        _cells.Text(Denominator, YearRow, FormTexts.HolderLabel, FormStyle.Label);
        _cells.Merge(DenominatorPeriod, DenominatorAmount, YearRow, YearRow, FormStyle.Fixed);
        _cells.Text(DenominatorPeriod, YearRow, content.Request.Holder.Value, FormStyle.Fixed);

        var checks = SheetFrame.Range(Check, FirstRow, Check, LastRow);
        var complete = content.Rows.Count(row => row.Check.Evaluate(row.Amounts).StartsWith(FormTexts.CheckComplete, StringComparison.Ordinal));
        _cells.Merge(Check, Check, RegionRow, YearRow, FormStyle.Summary);
        _cells.Formula(
            Check,
            RegionRow,
            FormTexts.CompletenessFormula(checks, content.Rows.Count),
            FormTexts.Completeness(complete, content.Rows.Count),
            FormStyle.Summary);
    }

    private void WriteHeader()
    {
        _cells.Height(HeaderRow, 25.5);
        _cells.Text(Code, HeaderRow, FormTexts.CodeHeader, FormStyle.Header);
        _cells.Text(Name, HeaderRow, FormTexts.IndicatorHeader, FormStyle.Header);
        _cells.Text(Numerator, HeaderRow, FormTexts.NumeratorHeader, FormStyle.NumeratorHeader);
        _cells.Text(NumeratorPeriod, HeaderRow, FormTexts.PeriodHeader, FormStyle.NumeratorHeader);
        _cells.Text(NumeratorAmount, HeaderRow, FormTexts.NumeratorAmountHeader, FormStyle.NumeratorHeader);
        _cells.Text(Denominator, HeaderRow, FormTexts.DenominatorHeader, FormStyle.DenominatorHeader);
        _cells.Text(DenominatorPeriod, HeaderRow, FormTexts.PeriodHeader, FormStyle.DenominatorHeader);
        _cells.Text(DenominatorAmount, HeaderRow, FormTexts.DenominatorAmountHeader, FormStyle.DenominatorHeader);
        _cells.Text(Check, HeaderRow, FormTexts.CheckHeader, FormStyle.Header);
    }

    private void WriteRow(uint row, FormRow entry)
    {
        _cells.Height(row, 30);
        _cells.Text(Code, row, entry.Indicator.Code.Value, FormStyle.Code);
        _cells.Text(Name, row, entry.Indicator.Name, FormStyle.IndicatorName);
        WriteComponent(row, entry.Indicator.Numerator, entry.Amounts.Numerator, Numerator, NumeratorPeriod, NumeratorAmount);
        if (entry.Indicator.Denominator is { } denominator)
        {
            WriteComponent(row, denominator, entry.Amounts.Denominator, Denominator, DenominatorPeriod, DenominatorAmount);
        }
        else
        {
            _cells.Merge(Denominator, DenominatorAmount, row, row, FormStyle.NoNumber);
            _cells.Text(Denominator, row, FormTexts.NoDenominator, FormStyle.NoNumber);
        }

        _cells.Formula(
            Check,
            row,
            entry.Check.Formula(SheetComposer.Address(NumeratorAmount, row), SheetComposer.Address(DenominatorAmount, row)),
            entry.Check.Evaluate(entry.Amounts),
            FormStyle.Check);
    }

    private void WriteComponent(uint row, Component component, decimal? amount, char name, char period, char number)
    {
        _cells.Text(name, row, component.Name, FormStyle.Description);
        _cells.TwoLines(period, row, component.PeriodLabel, component.Unit, FormStyle.Description);
        _cells.Number(number, row, amount, component.Decimals == 0 ? FormStyle.WholeNumber : FormStyle.DecimalNumber);
    }

    private void Gap(uint row)
    {
        _cells.Height(row, 4.5);
        _cells.Fill(Code, Check, row, FormStyle.Paper);
    }

    private Worksheet Frame()
    {
        var rules = new ReportSheetRules(
            content.Rows,
            Entries: [SheetComposer.Address(DenominatorPeriod, RegionRow), SheetComposer.Address(DenominatorPeriod, MonthRow)],
            Region: SheetComposer.Address(NumeratorPeriod, RegionRow),
            Month: SheetComposer.Address(NumeratorPeriod, MonthRow),
            Year: SheetComposer.Address(NumeratorPeriod, YearRow),
            Date: SheetComposer.Address(DenominatorPeriod, MonthRow),
            FirstRow,
            NumeratorAmount,
            DenominatorAmount,
            Check);
        var firstEntry = SheetComposer.Address(NumeratorAmount, FirstRow);
        var worksheet = new Worksheet(
            new SheetProperties(new TabColor { Rgb = SheetColors.Navy }, new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView(
                new Pane
                {
                    VerticalSplit = HeaderRow,
                    TopLeftCell = SheetComposer.Address(Code, FirstRow),
                    ActivePane = PaneValues.BottomLeft,
                    State = PaneStateValues.Frozen,
                },
                new Selection
                {
                    Pane = PaneValues.BottomLeft,
                    ActiveCell = firstEntry,
                    SequenceOfReferences = new ListValue<StringValue> { InnerText = firstEntry },
                })
            {
                ShowGridLines = false,
                TabSelected = true,
                ZoomScale = 100,
                WorkbookViewId = 0,
            }),
            SheetFrame.RowsEndHere(),
            SheetFrame.Columns(48, 256, 214, 114, 78, 230, 114, 78, 172),
            _cells.Rows(),
            SheetFrame.Protection(entriesOnly: true));
        worksheet.Append(_cells.Merges()!);
        worksheet.Append(rules.Conditions());
        worksheet.Append(
            rules.Validations(),
            new PrintOptions { HorizontalCentered = true },
            SheetFrame.Margins(),
            SheetFrame.Page(OrientationValues.Landscape),
            SheetFrame.HeaderAndFooter());
        return worksheet;
    }
}
