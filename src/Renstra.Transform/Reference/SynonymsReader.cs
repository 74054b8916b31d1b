using System.Globalization;
using Renstra.Transform.Reports.Wordings;

namespace Renstra.Transform.Reference;

/// <summary>Reads the words by which offices mean the same thing.</summary>
internal sealed class SynonymsReader(ReferenceTables tables, IndicatorsReader indicators)
{
    public const string File = "sinonim.csv";

    public IReadOnlyList<Synonym> Read() => tables.Open(File, "Makna", "Sasaran", "Ungkapan").Select(
        row =>
        {
            var meaning = row.OneOf<Meaning>("Makna");
            return new Synonym(meaning, TargetOf(row, meaning), Wording.NormaliseOrSymbols(row.Required("Ungkapan")));
        },
        synonym => (synonym.Meaning, synonym.Phrase));

    private string TargetOf(ReferenceRow row, Meaning meaning)
    {
        switch (meaning)
        {
            case Meaning.NamaBulan:
                return row.Whole("Sasaran", 1, 12).ToString(CultureInfo.InvariantCulture);
            case Meaning.NamaIndikator or Meaning.NamaPembilang or Meaning.NamaPenyebut:
                return indicators.Known(row, row.Indicator("Sasaran")).Value;
            default:
                if (row.Optional("Sasaran").Length > 0)
                {
                    row.Report($"Sasaran must be empty for {meaning}");
                }

                return "";
        }
    }
}
