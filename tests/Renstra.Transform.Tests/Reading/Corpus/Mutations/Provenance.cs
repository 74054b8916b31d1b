using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ExcelDataReader;
using Renstra.Transform.Reports;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Reading.Corpus.Mutations;

/// <summary>
/// Asks a file itself, by another way than the product's, whether a number that was accepted stands where it is said to stand.
/// Workbooks are opened with ExcelDataReader, which sees values alone, .xlsb by <see cref="XlsbWitness"/>; in everything else, and in
/// workbooks that ExcelDataReader refuses, the content is searched for, as text and as the numbers of binary formats.
/// </summary>
internal sealed partial class Provenance
{
    private const string AnySheet = "*";

    private readonly Dictionary<(string Sheet, string Cell), List<string>> _cells = [];
    private readonly Lazy<IReadOnlyList<byte[]>> _parts;
    private readonly Lazy<string> _text;

    static Provenance() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private Provenance(byte[] file)
    {
        foreach (var (cell, value) in XlsbWitness.CellsOf(file))
        {
            Add(AnySheet, cell, value);
        }

        IsByCell = _cells.Count > 0 || TryOpen(file);
        _parts = new(() => PartsOf(file));
        _text = new(() => string.Concat(_parts.Value.Select(TextOf)));
    }

    public static Provenance Of(byte[] file) => new(file);

    /// <summary>Whether cells were compared with cells; otherwise the text was searched.</summary>
    public bool IsByCell { get; }

    /// <summary>Whether the amount's content is in its cell, and means the amount.</summary>
    public bool Confirms(ComponentAmount amount) => IsThere(amount) && MeaningsOf(amount.Raw).Contains(amount.Amount);

    /// <summary>What a content can mean: in Indonesian notation and in English, without unit.</summary>
    public static IEnumerable<decimal> MeaningsOf(string raw)
    {
        var signs = new string([.. raw.Where(character => char.IsAsciiDigit(character) || character is '.' or ',')]).TrimEnd('.', ',');
        if (!signs.Any(char.IsAsciiDigit))
        {
            return raw.Trim().ToUpperInvariant() is "NIHIL" or "NOL" or "ZERO" ? [0] : [];
        }

        string[] readings = [signs.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'), signs.Replace(",", "", StringComparison.Ordinal)];
        return readings
            .Where(reading => decimal.TryParse(reading, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
            .Select(reading => decimal.Parse(reading, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// A cell that the witness does not find, because damage moved its row or its sheet out of place, is searched for like the content of
    /// other files; one in which it finds something else is not.
    /// </summary>
    private bool IsThere(ComponentAmount amount)
    {
        var values = new[] { amount.Location.Sheet, AnySheet }.SelectMany(sheet => _cells.GetValueOrDefault((sheet, amount.Location.Cell)) ?? []).ToList();
        return IsByCell && values.Count > 0
            ? values.Any(value => Squeezed(value) == Squeezed(amount.Raw))
            : IsSomewhere(amount);
    }

    private bool IsSomewhere(ComponentAmount amount) =>
        _text.Value.Contains(Squeezed(amount.Raw), StringComparison.Ordinal)
        || ScientificNumber().Matches(_text.Value).Any(number => decimal.Parse(number.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture) == amount.Amount)
        || _parts.Value.Any(part => HoldsNumber(part, amount.Raw));

    private void Add(string sheet, string cell, string value) => (_cells.TryGetValue((sheet, cell), out var values) ? values : _cells[(sheet, cell)] = []).Add(value);

    private bool TryOpen(byte[] file)
    {
        try
        {
            using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(file));
            do
            {
                for (var row = 0; reader.Read(); row++)
                {
                    for (var column = 0; column < reader.FieldCount; column++)
                    {
                        if (reader.GetValue(column) is { } value)
                        {
                            Add(reader.Name ?? "", Sheet.AddressOf(row, column), Shown(value));
                        }
                    }
                }
            }
            while (reader.NextResult());

            // It does not find sheets that stand elsewhere than in the list of sheets.
            return _cells.Count > 0;
        }
        catch (Exception cause) when (cause is not OutOfMemoryException)
        {
            // Whatever ExcelDataReader throws at a damaged file, it is no witness then.
            return false;
        }
    }

    /// <summary>A number as it stands in the file, to the digits that a sheet keeps.</summary>
    private static string Shown(object value) => value is double number && Math.Abs(number) < 1e15
        ? ((decimal)number).ToString("0.############################", CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string TextOf(byte[] part)
    {
        var utf8 = Encoding.UTF8.GetString(part);
        string[] readings =
        [
            utf8, WebUtility.HtmlDecode(utf8), MarkupWithinCells().Replace(utf8, ""), Encoding.Unicode.GetString(part), Encoding.BigEndianUnicode.GetString(part), Encoding.GetEncoding(1252).GetString(part),
        ];
        return string.Concat(readings.Select(Squeezed));
    }

    /// <summary>The file, and what is packed in it as far as that is sound.</summary>
    private static List<byte[]> PartsOf(byte[] file)
    {
        List<byte[]> parts = [file];
        if (file is [(byte)'P', (byte)'K', ..])
        {
            using var zip = new ZipArchive(new MemoryStream(file));
            foreach (var entry in zip.Entries)
            {
                using var content = new MemoryStream();
                try
                {
                    using var part = entry.Open();
                    part.CopyTo(content);
                    parts.Add(content.ToArray());
                }
                catch (InvalidDataException)
                {
                    // A part that the product did not need to read.
                }
            }
        }

        return parts;
    }

    /// <summary>Whether the bytes hold the number as a double, or packed into four bytes as whole number or fraction of a hundred.</summary>
    private static bool HoldsNumber(byte[] part, string raw)
    {
        if (!decimal.TryParse(raw, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        var packed = (long)number << 2;
        return part.AsSpan().IndexOf(BitConverter.GetBytes((double)number)) >= 0
            || part.AsSpan().IndexOf(BitConverter.GetBytes((int)packed | 2)) >= 0
            || part.AsSpan().IndexOf(BitConverter.GetBytes((int)((long)(number * 100) << 2) | 3)) >= 0
            || part.AsSpan().IndexOf(BitConverter.GetBytes((double)number).AsSpan(4)) >= 0;
    }

    /// <summary>Such as <c>1e3</c>, which is 1000 where XML says that it is a number.</summary>
    [GeneratedRegex(@"(?<![\d.])\d{1,9}(\.\d{1,9})?[eE]\+?\d(?!\d)")]
    private static partial Regex ScientificNumber();

    /// <summary>Tags that end no cell: what stands on both sides of one is one text, in a browser too, such as <c>70&lt;b&gt;70</c>.</summary>
    [GeneratedRegex(@"</?(?!/?(t[dhr]|table|tbody|thead|tfoot)\b)[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex MarkupWithinCells();

    /// <summary>Without white space, which pages and XML treat each in its own way.</summary>
    private static string Squeezed(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
