using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;
using Spectre.Console;

namespace Renstra.LocalHost.Tests;

public sealed class AuditJobTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_month_without_a_release_is_said_to_have_none_and_fails()
    {
        var account = await azurite.NewAccountAsync(TestContext.Current.CancellationToken);
        await account.Tables().GetTableClient("Penetapan").CreateAsync(TestContext.Current.CancellationToken);
        using var screen = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(screen), Ansi = AnsiSupport.No });

        var exit = await new AuditJob(console).RunAsync(account.ConnectionString, ReportingMonth.Parse("2024-08"), null, TestContext.Current.CancellationToken);

        Assert.Equal(1, exit);
        Assert.Contains("✗ Belum ada penetapan untuk Agustus 2024.", screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_refused()
    {
        var job = new AuditJob(AnsiConsole.Console);

        await Assert.ThrowsAsync<CannotStartException>(() =>
            job.RunInFolderAsync("tidak-ada", ReportingMonth.Parse("2024-08"), null, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("audit 2024-08")]
    [InlineData("audit 2024-08 --data . --storage UseDevelopmentStorage=true")]
    [InlineData("audit Agustus --data .")]
    public void It_must_be_said_which_month_and_in_one_way_where(string arguments)
    {
        Assert.NotEmpty(CommandLine.Build().Parse(arguments).Errors);
    }
}
