namespace Renstra.SampleData.Writing;

/// <summary>What an officer can do to the cells of a report, whatever it looks like.</summary>
internal interface IReportCells
{
    /// <summary>Writes text beside the label <c>Kabupaten/Kota</c>.</summary>
    void SetRegion(string name);

    /// <summary>Writes a number beside the label <c>Tahun</c>.</summary>
    void SetYear(int year);

    /// <summary>Writes text where the numerator of an indicator belongs.</summary>
    void SetNumerator(string indicator, string text);

    /// <summary>Writes a number where the numerator of an indicator belongs.</summary>
    void SetNumerator(string indicator, decimal number);

    /// <summary>Writes a number where the denominator of an indicator belongs.</summary>
    void SetDenominator(string indicator, decimal number);

    /// <summary>Empties the row of an indicator.</summary>
    void ClearRow(string indicator);
}
