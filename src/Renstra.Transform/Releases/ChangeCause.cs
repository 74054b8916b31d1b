namespace Renstra.Transform.Releases;

/// <summary>Why a release says something else than the one before it.</summary>
public enum ChangeCause
{
    /// <summary>A report came where there was none.</summary>
    LaporanBaru,

    /// <summary>A later submission took a report's place.</summary>
    LaporanDiperbaiki,

    /// <summary>A report no longer stands: an earlier submission does again, or none.</summary>
    LaporanDitarik,

    /// <summary>Other reference data were in force.</summary>
    DataAcuan,

    /// <summary>The calculation was another one.</summary>
    Penghitungan,
}
