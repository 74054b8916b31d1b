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

/// <summary>One line of <c>sinonim.csv</c>.</summary>
/// <param name="Meaning">What the phrase means.</param>
/// <param name="Target">The month's number, the indicator's code or the part's, where the meaning needs one; otherwise empty.</param>
/// <param name="Phrase">The phrase, normalised by <see cref="Wording"/>.</param>
internal sealed record Synonym(Meaning Meaning, string Target, string Phrase);

/// <summary>What a phrase of <c>sinonim.csv</c> means; the column <c>Makna</c>.</summary>
internal enum Meaning
{
    /// <summary>Labels the region that is reported about.</summary>
    LabelWilayah,

    /// <summary>Labels a region that can only be a kabupaten.</summary>
    LabelKabupaten,

    /// <summary>Labels a region that can only be a kota.</summary>
    LabelKota,

    /// <summary>Labels the province, which is reported about where no kabupaten or kota is named.</summary>
    LabelProvinsi,

    /// <summary>Labels the month.</summary>
    LabelBulan,

    /// <summary>Labels the year.</summary>
    LabelTahun,

    /// <summary>Labels something else that stands in an identity block, such as the officer's name.</summary>
    LabelLain,

    /// <summary>Tells that a line is an address, whose place names say nothing about the region.</summary>
    BarisAlamat,

    /// <summary>Heads the column of indicator codes or numbers; the whole heading.</summary>
    KolomKode,

    /// <summary>Heads the column of indicator names.</summary>
    KolomIndikator,

    /// <summary>Heads a column of names, mostly of components; the whole heading.</summary>
    KolomKomponen,

    /// <summary>Heads what is about the numerator.</summary>
    KolomPembilang,

    /// <summary>Heads what is about the denominator.</summary>
    KolomPenyebut,

    /// <summary>Heads a column of numbers.</summary>
    KolomAngka,

    /// <summary>Heads a column that holds the numbers where no other column says so better.</summary>
    KolomAngkaBilaSendiri,

    /// <summary>Heads a column that says which period the numbers of a row are about.</summary>
    KolomPeriode,

    /// <summary>Heads a column that is not read, such as targets and remarks.</summary>
    KolomAbaikan,

    /// <summary>The month alone.</summary>
    PeriodeBulanIni,

    /// <summary>January through the month.</summary>
    PeriodeSampaiBulanIni,

    /// <summary>The state at the month's end.</summary>
    PeriodePosisi,

    /// <summary>An earlier period, which is not read.</summary>
    PeriodeLalu,

    /// <summary>Several months together, which no report is about.</summary>
    PeriodeLain,

    /// <summary>Begins a row of totals.</summary>
    BarisJumlah,

    /// <summary>Begins what stands below a table, such as notes and signatures.</summary>
    AkhirTabel,

    /// <summary>The name of a sheet that explains and reports nothing.</summary>
    LembarPetunjuk,

    /// <summary>A month; <c>Sasaran</c> is its number.</summary>
    NamaBulan,

    /// <summary>An indicator; <c>Sasaran</c> is its code.</summary>
    NamaIndikator,

    /// <summary>An indicator's numerator; <c>Sasaran</c> is the indicator's code.</summary>
    NamaPembilang,

    /// <summary>An indicator's denominator; <c>Sasaran</c> is the indicator's code.</summary>
    NamaPenyebut,

    /// <summary>A part of a breakdown; <c>Sasaran</c> is its code.</summary>
    NamaRincian,

    /// <summary>In a number cell: 0.</summary>
    NilaiNol,

    /// <summary>In a number cell: not reported, which is not 0.</summary>
    NilaiBelumAda,

    /// <summary>Stands behind a number and names what is counted.</summary>
    SatuanAngka,
}
