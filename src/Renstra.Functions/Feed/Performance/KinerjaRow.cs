using System.ComponentModel;
using Renstra.Functions.Storage;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Feed.Performance;

/// <summary>Performance as it stands: of the release in force, or computed now while the month has none.</summary>
internal sealed record KinerjaRow : CapaianRow
{
    public KinerjaRow(PerformanceRow row, Release? release, ReferenceData reference)
        : base(row, reference)
    {
        StatusBulan = release is null ? "Sementara" : "Tetap";
        PenetapanKe = release?.Number;
        DitetapkanPada = release?.ReleasedAt;
        DiubahPada = release?.ReleasedAt ?? row.ChangedAt;
    }

    [Description("Tetap bila bulan itu sudah ditetapkan, Sementara bila masih dihitung dari laporan yang masuk.")]
    public string StatusBulan { get; }

    [Description("Penetapan keberapa yang berlaku untuk bulan itu; kosong bila Sementara.")]
    public int? PenetapanKe { get; }

    [Description("Waktu penetapan yang berlaku; kosong bila Sementara.")]
    public DateTimeOffset? DitetapkanPada { get; }

    [Description("Waktu terakhir angka baris ini dapat berubah: penetapannya, atau bila Sementara kiriman terakhir yang menyumbang angka.")]
    public DateTimeOffset? DiubahPada { get; }
}
