using System.ComponentModel;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Transform.Indicators;
using Component = Renstra.Transform.Indicators.Component;

namespace Renstra.Functions.Feed.Sets;

/// <summary>What components may be broken down into.</summary>
internal sealed class RincianSet() : ReferenceSet<RincianRow>(
    "Rincian",
    "Bagian yang boleh dirinci dari pembilang dan penyebut setiap indikator.",
    nameof(RincianRow.KodeIndikator),
    nameof(RincianRow.Peran),
    nameof(RincianRow.Dimensi),
    nameof(RincianRow.Bagian))
{
    protected override IEnumerable<RincianRow> Rows(FeedReading reading) =>
        from indicator in reading.Reference.Indicators.All
        from component in indicator.Components
        from part in component.Breakdown.Select((part, index) => (Definition: part, Order: index + 1))
        select new RincianRow(indicator, component, part.Definition, part.Order);
}

/// <summary>A part that a component may be broken down into.</summary>
internal sealed class RincianRow(Indicator indicator, Component component, BreakdownPart part, int order)
{
    [Description("Kode indikator.")]
    public string KodeIndikator { get; } = indicator.Code.Value;

    [Description("Pembilang atau Penyebut.")]
    public string Peran { get; } = component.Role.ToString();

    [Description("Menurut apa dirinci, misalnya Jenis kelamin.")]
    public string Dimensi { get; } = part.Dimension;

    [Description("Kode bagian, misalnya Perempuan.")]
    public string Bagian { get; } = part.Code;

    [Description("Nama bagian sebagaimana tercetak dalam formulir.")]
    public string NamaBagian { get; } = part.Name;

    [Description("Urutan bagian dalam formulir, mulai dari 1; untuk mengurutkan.")]
    [Unit("urutan")]
    public int Urutan { get; } = order;

    [Description("Bagian (bersama bagian lain sama dengan jumlahnya), DiAntaranya (sebagian dari jumlahnya), atau Sisanya (selebihnya).")]
    public string Sifat { get; } = part.Kind.ToString();

    [Description("Tabel atau baris dalam Renstra yang menjadi dasar.")]
    public string Sumber { get; } = part.Source;
}
