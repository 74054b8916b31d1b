using System.Globalization;
using Renstra.Transform.Wordings;

namespace Renstra.Transform.Reference;

/// <summary>Reads the words by which offices mean the same thing.</summary>
internal sealed class SynonymsReader(ReferenceTables tables, IndicatorsReader indicators)
{
    public const string File = "sinonim.csv";

    /// <summary>Every synonym; the parts of breakdowns go by their own names as well.</summary>
    public IReadOnlyList<Synonym> Read()
    {
        var partNames = indicators.Breakdowns.Names;
        var synonyms = tables.Open(File, "Makna", "Sasaran", "Ungkapan").Select(
            row =>
            {
                var meaning = row.OneOf<Meaning>("Makna");
                var synonym = new Synonym(meaning, TargetOf(row, meaning), Wording.NormaliseOrSymbols(row.Required("Ungkapan")));
                if (meaning == Meaning.NamaRincian && partNames.FirstOrDefault(part => part.Phrase == synonym.Phrase) is { } part && part.Target != synonym.Target)
                {
                    row.Report($"Ungkapan is the name of {part.Target} in {BreakdownsReader.File}");
                }

                return synonym;
            },
            synonym => (synonym.Meaning, synonym.Phrase));
        return [.. synonyms.Concat(partNames).DistinctBy(synonym => (synonym.Meaning, synonym.Phrase))];
    }

    private string TargetOf(ReferenceRow row, Meaning meaning)
    {
        switch (meaning)
        {
            case Meaning.NamaBulan:
                return row.Whole("Sasaran", 1, 12).ToString(CultureInfo.InvariantCulture);
            case Meaning.NamaIndikator or Meaning.NamaPembilang or Meaning.NamaPenyebut:
                return indicators.Known(row, row.Indicator("Sasaran")).Value;
            case Meaning.NamaRincian:
                return indicators.Breakdowns.Known(row, row.Required("Sasaran"));
            default:
                if (row.Optional("Sasaran").Length > 0)
                {
                    row.Report($"Sasaran must be empty for {meaning}");
                }

                return "";
        }
    }
}
