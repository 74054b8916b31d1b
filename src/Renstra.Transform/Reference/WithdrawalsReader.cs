using Renstra.Transform.Reports;

namespace Renstra.Transform.Reference;

/// <summary>Reads which submissions were withdrawn. Whether they exist is for storage to say.</summary>
internal sealed class WithdrawalsReader(ReferenceTables tables)
{
    public const string File = "penarikan.csv";

    public IReadOnlyDictionary<SubmissionId, Withdrawal> Read() =>
        tables.Open(File, "LaporanMasuk", "Alasan", "DitarikOleh", "DitarikPada").Select(
            row => new Withdrawal(row.Submission("LaporanMasuk"), row.Required("Alasan"), row.Required("DitarikOleh"), row.Day("DitarikPada")),
            withdrawal => withdrawal.Submission).ToDictionary(withdrawal => withdrawal.Submission);
}
