namespace Renstra.Transform.Chasing;

/// <summary>How a report that is due stands (<c>StatusLaporan</c>).</summary>
public enum ReportStatus
{
    /// <summary>Nothing has come, and there is still time.</summary>
    BelumJatuhTempo,

    /// <summary>It was accepted in time.</summary>
    Sudah,

    /// <summary>It was accepted, but late.</summary>
    Terlambat,

    /// <summary>Nothing has come, and the time is over.</summary>
    Belum,

    /// <summary>What came was returned and has not been mended.</summary>
    Dikembalikan,
}
