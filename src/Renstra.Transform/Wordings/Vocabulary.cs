namespace Renstra.Transform.Wordings;

/// <summary>The words by which offices mean the same thing (<c>sinonim.csv</c>). Texts are normalised by <see cref="Wording"/>.</summary>
internal sealed class Vocabulary
{
    private readonly ILookup<Meaning, Synonym> _byMeaning;
    private readonly Dictionary<(Meaning, string), Synonym> _byPhrase;

    public Vocabulary(IReadOnlyList<Synonym> synonyms)
    {
        _byMeaning = synonyms.ToLookup(synonym => synonym.Meaning);
        _byPhrase = synonyms.ToDictionary(synonym => (synonym.Meaning, synonym.Phrase));
    }

    /// <summary>The phrases of a meaning.</summary>
    public IEnumerable<Synonym> Of(Meaning meaning) => _byMeaning[meaning];

    /// <summary>Whether the whole text has the meaning.</summary>
    public bool Is(string normalised, Meaning meaning) => _byPhrase.ContainsKey((meaning, normalised));

    /// <summary>Whether a phrase of the meaning stands in the text as whole words.</summary>
    public bool Mentions(string normalised, Meaning meaning) =>
        _byMeaning[meaning].Any(synonym => Wording.Mentions(normalised, synonym.Phrase));

    /// <summary>Whether the text begins with a phrase of the meaning.</summary>
    public bool StartsWith(string normalised, Meaning meaning) => _byMeaning[meaning].Any(synonym =>
        normalised.StartsWith(synonym.Phrase, StringComparison.Ordinal)
        && (normalised.Length == synonym.Phrase.Length || normalised[synonym.Phrase.Length] == ' '));

    /// <summary>The code of the part of a breakdown that exactly this text means; null for none.</summary>
    public string? PartOf(string normalised) => _byPhrase.GetValueOrDefault((Meaning.NamaRincian, normalised))?.Target;

    /// <summary>The number of the month that a word names; null when it names none.</summary>
    public int? MonthOf(string normalisedWord) =>
        _byPhrase.TryGetValue((Meaning.NamaBulan, normalisedWord), out var synonym)
            ? int.Parse(synonym.Target, System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
