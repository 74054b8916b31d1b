using System.Data;
using System.Globalization;
using System.Text;
using ExcelDataReader;
using Renstra.Transform.Calendar;
using Renstra.Transform.Forms;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;

namespace Renstra.Transform.Tests.Forms;

/// <summary>Writes forms and reads them back as the product's reader does: with ExcelDataReader, which sees values alone.</summary>
internal static class FormFixture
{
    public static readonly ReportingMonth July = new(2024, 7);

    // The reader asks for the code pages of old workbooks even where it reads none.
    static FormFixture() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static FormRequest Request(string region, ReportingMonth? month = null) =>
        new(RegionCode.Parse(region), month ?? July, DataHolder.Region);

    public static byte[] Write(FormRequest request, ReferenceData? reference = null)
    {
        using var output = new MemoryStream();
        new MonthlyFormWriter(reference ?? ReferenceData.Shipped).Write(output, request);
        return output.ToArray();
    }

    /// <summary>The cells that hold something, by address.</summary>
    public static IReadOnlyDictionary<string, object> Cells(byte[] workbook, string sheet)
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(workbook));
        while (reader.Name != sheet)
        {
            if (!reader.NextResult())
            {
                throw new DataException($"The workbook has no sheet {sheet}.");
            }
        }

        var cells = new Dictionary<string, object>(StringComparer.Ordinal);
        for (var row = 1; reader.Read(); row++)
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                if (reader.GetValue(column) is { } value)
                {
                    cells.Add(string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row}"), value);
                }
            }
        }

        return cells;
    }

    /// <summary>The value to the right of a label, past blanks; null when there is none.</summary>
    public static object? Beside(this IReadOnlyDictionary<string, object> cells, string label)
    {
        var address = cells.Single(cell => cell.Value is string text && text == label).Key;
        return cells.GetValueOrDefault($"{(char)(address[0] + 1)}{address[1..]}");
    }
}
