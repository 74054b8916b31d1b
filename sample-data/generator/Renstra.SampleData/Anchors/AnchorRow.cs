using System.Globalization;
using Renstra.Transform.Regions;

namespace Renstra.SampleData.Anchors;

/// <summary>One row of an anchor file. The files are part of the program: what does not parse is a bug and throws.</summary>
internal sealed class AnchorRow(IReadOnlyDictionary<string, string> fields)
{
    public RegionCode Region => RegionCode.Parse(Text("KodeWilayah"));

    public string Text(string column) => fields[column];

    public int Whole(string column) => int.Parse(Text(column), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>A month of the year, or null for an empty field.</summary>
    public int? Month(string column) => Text(column).Length == 0 ? null : Whole(column);

    public bool Yes(string column) => Text(column) == "ya";
}
