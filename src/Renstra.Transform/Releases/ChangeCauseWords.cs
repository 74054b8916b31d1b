namespace Renstra.Transform.Releases;

/// <summary>How a <see cref="ChangeCause"/> is told.</summary>
public static class ChangeCauseWords
{
    /// <summary>Where it is not known which reports a release rested on.</summary>
    private const string Unknown = "Tidak tercatat";

    /// <summary>A cause as an official reads it.</summary>
    public static string Of(ChangeCause cause) => cause switch
    {
        ChangeCause.LaporanBaru => "Laporan baru",
        ChangeCause.LaporanDiperbaiki => "Laporan diperbaiki",
        ChangeCause.LaporanDitarik => "Laporan ditarik",
        ChangeCause.DataAcuan => "Data acuan berganti",
        _ => "Cara penghitungan berganti",
    };

    /// <summary>Several causes, separated by semicolons.</summary>
    public static string Of(IReadOnlyCollection<ChangeCause> causes) => causes.Count == 0 ? Unknown : string.Join("; ", causes.Select(Of));
}
