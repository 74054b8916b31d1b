using System.ComponentModel;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Transform.Indicators;

namespace Renstra.Functions.Feed.Sets;

/// <summary>The scales.</summary>
internal sealed class SkalaKategoriSet() : ReferenceSet<SkalaKategoriRow>(
    "SkalaKategori",
    "Kategori capaian menurut setiap skala, dan skala mana yang dipakai.",
    nameof(SkalaKategoriRow.Skala),
    nameof(SkalaKategoriRow.UrutanKategori))
{
    protected override IEnumerable<SkalaKategoriRow> Rows(FeedReading reading) =>
        from scale in reading.Reference.Scales
        from category in scale.Categories
        select new SkalaKategoriRow(scale, category, isUsed: scale.Name == reading.Reference.Scale.Name);
}

/// <summary>A category of a scale.</summary>
internal sealed class SkalaKategoriRow(CategoryScale scale, Category category, bool isUsed)
{
    [Description("Nama skala, misalnya Renstra.")]
    public string Skala { get; } = scale.Name;

    [Description("Urutan kategori, 1 yang terbaik.")]
    [Unit("urutan")]
    public int UrutanKategori { get; } = category.Order;

    [Description("Sebutan kategori, misalnya Sangat Berhasil.")]
    public string Kategori { get; } = category.Label;

    [Description("Rasio capaian terendah yang masuk kategori ini, dalam persen; 0 pada kategori terakhir berarti tanpa batas.")]
    [Unit("persen")]
    public decimal BatasBawah { get; } = category.LowerBound;

    [Description("Benar bila skala ini yang dipakai untuk menilai capaian.")]
    public bool Dipakai { get; } = isUsed;

    [Description("Asal batas kategori.")]
    [Empty("bila tidak ada catatan")]
    public string? Catatan { get; } = category.Note.Length == 0 ? null : category.Note;
}
