namespace Renstra.Functions.Withdrawals;

/// <summary>Registers what withdrawing submissions needs.</summary>
internal static class WithdrawalServices
{
    public static void AddRenstraWithdrawals(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<WithdrawalRecord>();
        builder.Services.AddSingleton<WithdrawalSweep>();
    }
}
