namespace Renstra.Transform.Regions;

/// <summary>
/// A region's code in the Ministry of Home Affairs' system (Kemendagri): <c>53</c> for the province, <c>53.02</c> for a
/// kabupaten or kota. The statistics office (BPS) numbers the same regions differently: <c>53.02</c> is BPS 5304.
/// </summary>
public readonly record struct RegionCode : IComparable<RegionCode>
{
    private readonly string? _value;

    private RegionCode(string value) => _value = value;

    /// <summary>The code as written, such as <c>53.02</c>.</summary>
    public string Value => _value ?? "";

    /// <summary>Whether the code is a province's: two digits without a point.</summary>
    public bool IsProvince => Value.Length == 2;

    /// <summary>Reads a code; whether such a region exists only <see cref="RegionRegister"/> knows.</summary>
    /// <exception cref="FormatException">The text is neither <c>nn</c> nor <c>nn.nn</c>.</exception>
    public static RegionCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a region code; write it as 53.02 (or 53 for the province).");

    /// <summary>Reads <c>nn</c> or <c>nn.nn</c>; false for anything else.</summary>
    public static bool TryParse(string? text, out RegionCode code)
    {
        var valid = text switch
        {
            { Length: 2 } => AreDigits(text),
            { Length: 5 } => text[2] == '.' && AreDigits(text.AsSpan(0, 2)) && AreDigits(text.AsSpan(3)),
            _ => false,
        };
        code = valid ? new RegionCode(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(RegionCode other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The code as written.</summary>
    public override string ToString() => Value;

    /// <summary>Before, in code order.</summary>
    public static bool operator <(RegionCode left, RegionCode right) => left.CompareTo(right) < 0;

    /// <summary>After, in code order.</summary>
    public static bool operator >(RegionCode left, RegionCode right) => left.CompareTo(right) > 0;

    /// <summary>Before or the same, in code order.</summary>
    public static bool operator <=(RegionCode left, RegionCode right) => left.CompareTo(right) <= 0;

    /// <summary>After or the same, in code order.</summary>
    public static bool operator >=(RegionCode left, RegionCode right) => left.CompareTo(right) >= 0;

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
