namespace Renstra.Transform.Indicators;

/// <summary>
/// Who reports an indicator (<c>PemegangData</c>): <c>KAB</c>, the kabupaten or kota itself, or a unit of the province such as
/// <c>PROV</c>. Two to ten capital letters.
/// </summary>
public readonly record struct DataHolder : IComparable<DataHolder>
{
    /// <summary>The kabupaten or kota itself.</summary>
    public static readonly DataHolder Region = new("KAB");

    private readonly string? _value;

    private DataHolder(string value) => _value = value;

    /// <summary>The holder as written.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads a holder.</summary>
    /// <exception cref="FormatException">The text is not two to ten capital letters.</exception>
    public static DataHolder Parse(string text) =>
        TryParse(text, out var holder) ? holder : throw new FormatException($"'{text}' is not a data holder; write it as KAB or PROV.");

    /// <summary>Reads a holder; false for anything else.</summary>
    public static bool TryParse(string? text, out DataHolder holder)
    {
        var valid = text is { Length: >= 2 and <= 10 } && text.All(char.IsAsciiLetterUpper);
        holder = valid ? new DataHolder(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(DataHolder other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The holder as written.</summary>
    public override string ToString() => Value;

    /// <summary>Before, alphabetically.</summary>
    public static bool operator <(DataHolder left, DataHolder right) => left.CompareTo(right) < 0;

    /// <summary>After, alphabetically.</summary>
    public static bool operator >(DataHolder left, DataHolder right) => left.CompareTo(right) > 0;

    /// <summary>Before or the same, alphabetically.</summary>
    public static bool operator <=(DataHolder left, DataHolder right) => left.CompareTo(right) <= 0;

    /// <summary>After or the same, alphabetically.</summary>
    public static bool operator >=(DataHolder left, DataHolder right) => left.CompareTo(right) >= 0;
}
