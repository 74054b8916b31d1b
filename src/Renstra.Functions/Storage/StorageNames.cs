namespace Renstra.Functions.Storage;

/// <summary>The tables and containers of the product, as <c>infra/main.bicep</c> creates them.</summary>
internal static class StorageNames
{
    /// <summary>The setting that connects to storage: a connection string, or a section with service addresses and an identity.</summary>
    public const string Connection = "RenstraStorage";

    /// <summary>Every file received: <see cref="SubmissionKeys"/>.</summary>
    public const string SubmissionsTable = "LaporanMasuk";

    /// <summary>What was found in them: <see cref="FindingKeys"/>.</summary>
    public const string FindingsTable = "CatatanVerifikasi";

    /// <summary>Every report ever, accepted or returned, insert-only: <see cref="HistoryKeys"/>.</summary>
    public const string HistoryTable = "RiwayatLaporan";

    /// <summary>The report that stands under each key, a view of the history: <see cref="ReportKeys"/>.</summary>
    public const string ReportsTable = "Laporan";

    /// <summary>Releases, and the pointer to the one in force: <see cref="ReleaseKeys"/>.</summary>
    public const string ReleasesTable = "Penetapan";

    /// <summary>The rows of releases: <see cref="ReleasedRowKeys"/>.</summary>
    public const string ReleasedRowsTable = "KinerjaTetap";

    /// <summary>What releases changed about the ones before them: <see cref="ReleaseChangeKeys"/>.</summary>
    public const string ReleaseChangesTable = "PerubahanPenetapan";

    /// <summary>Files as received, never changed.</summary>
    public const string SubmissionsContainer = "kiriman";

    /// <summary>Receipts.</summary>
    public const string ReceiptsContainer = "tanda-terima";

    /// <summary>Release workbooks and CSV.</summary>
    public const string ReleasesContainer = "penetapan";

    /// <summary>Reference data that overrides what is shipped.</summary>
    public const string ReferenceContainer = "referensi";

    /// <summary>Reminders to offices.</summary>
    public const string RemindersContainer = "pengingat";

    /// <summary>Every table.</summary>
    public static readonly IReadOnlyList<string> Tables =
        [SubmissionsTable, FindingsTable, HistoryTable, ReportsTable, ReleasesTable, ReleasedRowsTable, ReleaseChangesTable];

    /// <summary>Every container.</summary>
    public static readonly IReadOnlyList<string> Containers =
        [SubmissionsContainer, ReceiptsContainer, ReleasesContainer, ReferenceContainer, RemindersContainer];
}
