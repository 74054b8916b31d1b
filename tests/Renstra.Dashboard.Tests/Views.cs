namespace Renstra.Dashboard.Tests;

/// <summary>Addresses of one view of each kind.</summary>
public static class Views
{
    public static TheoryData<string> All =>
    [
        "?bulan=2024-12",
        "wilayah?bulan=2024-07&indikator=IKU-5",
        "tren?bulan=2024-12",
        "tren?bulan=2024-12&indikator=IKU-2",
        "kepatuhan?bulan=2024-07",
        "asal?bulan=2024-12&indikator=IKU-2&wilayah=53.14",
        "asal?bulan=2024-12&indikator=IKU-4",
        "perubahan?bulan=2024-12",
        "kesegaran",
        "?bulan=2025-02",
    ];
}
