using System.Text;

namespace Renstra.Transform.Regions;

/// <summary>Reduces the ways of writing a region's name to one, so that equal means the same region.</summary>
internal static class RegionName
{
    /// <summary>
    /// Upper case, punctuation and repeated spaces gone, the words for kabupaten and kota in one form each:
    /// <c>"Kab.  Kupang"</c> gives <c>KABUPATEN KUPANG</c>.
    /// </summary>
    public static string Normalise(string name)
    {
        var words = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            words.Append(char.IsLetterOrDigit(character) ? char.ToUpperInvariant(character) : ' ');
        }

        return string.Join(' ', words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Expand));
    }

    /// <summary>A normalised name without the leading word for kabupaten, kota or province.</summary>
    public static string WithoutLevel(string normalised) =>
        HasLevel(normalised) ? normalised[(normalised.IndexOf(' ', StringComparison.Ordinal) + 1)..] : normalised;

    /// <summary>Whether a normalised name begins with the word for kabupaten, kota or province.</summary>
    public static bool HasLevel(string normalised)
    {
        var space = normalised.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && normalised[..space] is ("KABUPATEN" or "KOTA" or "PROVINSI");
    }

    private static string Expand(string word) => word switch
    {
        "KAB" or "KABUPATEN" => "KABUPATEN",
        "KODYA" or "KOTAMADYA" or "KOTA" => "KOTA",
        "PROV" or "PROVINSI" or "PROPINSI" => "PROVINSI",
        _ => word,
    };
}
