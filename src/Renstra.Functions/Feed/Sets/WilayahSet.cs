using System.ComponentModel;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Transform.Regions;

namespace Renstra.Functions.Feed.Sets;

/// <summary>The regions.</summary>
internal sealed class WilayahSet() : ReferenceSet<WilayahRow>(
    "Wilayah",
    "Provinsi dan seluruh kabupaten/kota, dengan kode dan namanya.",
    nameof(WilayahRow.KodeWilayah))
{
    public override string? LinkName => "Wilayah";

    protected override IEnumerable<WilayahRow> Rows(FeedReading reading) => reading.Reference.Regions.All.Select(region => new WilayahRow(region));
}

/// <summary>A region.</summary>
internal sealed class WilayahRow(Region region)
{
    [Description("Kode wilayah menurut Kementerian Dalam Negeri, misalnya 53.02; 53 untuk provinsi.")]
    public string KodeWilayah { get; } = region.Code.Value;

    [Description("Nama lengkap, misalnya Kabupaten Timor Tengah Selatan.")]
    public string NamaWilayah { get; } = region.FullName;

    [Description("Nama tanpa sebutan kabupaten atau provinsi.")]
    public string NamaSingkat { get; } = region.Name;

    [Description("Provinsi, Kabupaten, atau Kota.")]
    public string Tingkat { get; } = region.Level.ToString();

    [Description("Kode wilayah menurut Badan Pusat Statistik; untuk sebagian besar wilayah berbeda dengan KodeWilayah.")]
    public string KodeBps { get; } = region.BpsCode;

    [Description("Sebutan lain yang dikenali pada laporan, dipisahkan titik koma.")]
    [Empty("bila tidak ada sebutan lain")]
    public string? NamaLain { get; } = region.Aliases.Count == 0 ? null : string.Join("; ", region.Aliases);
}
