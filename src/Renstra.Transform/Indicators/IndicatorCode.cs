namespace Renstra.Transform.Indicators;

/// <summary>An indicator's code, such as <c>IKU-1</c>: capital letters and digits, in parts joined by hyphens.</summary>
public readonly record struct IndicatorCode : IComparable<IndicatorCode>
{
    private readonly string? _value;

    private IndicatorCode(string value) => _value = value;

    /// <summary>The code as written.</summary>
    public string Value => _value ?? "";

    /// <summary>The code as part of a column name, where a hyphen is not allowed: <c>IKU_1</c>.</summary>
    public string ColumnName => Value.Replace('-', '_');

    /// <summary>Reads a code; whether such an indicator exists only <see cref="IndicatorCatalogue"/> knows.</summary>
    /// <exception cref="FormatException">The text is not a code.</exception>
    public static IndicatorCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not an indicator code; write it as IKU-1.");

    /// <summary>Reads a code; false for anything else.</summary>
    public static bool TryParse(string? text, out IndicatorCode code)
    {
        var valid = !string.IsNullOrEmpty(text)
            && text.Length <= 20
            && text.Split('-').All(part => part.Length > 0 && part.All(character => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character)));
        code = valid ? new IndicatorCode(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(IndicatorCode other)
    {
        // IKU-10 comes after IKU-9: shorter codes first within the same family. The order of the plan is the catalogue's.
        var byFamily = string.CompareOrdinal(Family(Value), Family(other.Value));
        if (byFamily != 0)
        {
            return byFamily;
        }

        var byLength = Value.Length.CompareTo(other.Value.Length);
        return byLength != 0 ? byLength : string.CompareOrdinal(Value, other.Value);
    }

    /// <summary>The code as written.</summary>
    public override string ToString() => Value;

    /// <summary>Before, in code order.</summary>
    public static bool operator <(IndicatorCode left, IndicatorCode right) => left.CompareTo(right) < 0;

    /// <summary>After, in code order.</summary>
    public static bool operator >(IndicatorCode left, IndicatorCode right) => left.CompareTo(right) > 0;

    /// <summary>Before or the same, in code order.</summary>
    public static bool operator <=(IndicatorCode left, IndicatorCode right) => left.CompareTo(right) <= 0;

    /// <summary>After or the same, in code order.</summary>
    public static bool operator >=(IndicatorCode left, IndicatorCode right) => left.CompareTo(right) >= 0;

    private static string Family(string code) => code.Split('-')[0];
}
