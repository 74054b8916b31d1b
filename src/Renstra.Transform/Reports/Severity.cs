namespace Renstra.Transform.Reports;

/// <summary>How grave a finding is (<c>Tingkat</c>).</summary>
public enum Severity
{
    /// <summary>Must be mended: the report is returned whole.</summary>
    Kesalahan,

    /// <summary>Odd, and said so; the report is accepted.</summary>
    Peringatan,
}
