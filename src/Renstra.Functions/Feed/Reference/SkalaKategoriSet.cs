using Renstra.Functions.Feed.Query;

namespace Renstra.Functions.Feed.Reference;

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
        select new SkalaKategoriRow
        {
            Skala = scale.Name,
            UrutanKategori = category.Order,
            Kategori = category.Label,
            BatasBawah = category.LowerBound,
            Dipakai = scale.Name == reading.Reference.Scale.Name,
            Catatan = category.Note.Length == 0 ? null : category.Note,
        };
}
