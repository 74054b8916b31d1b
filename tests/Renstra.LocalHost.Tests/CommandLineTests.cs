namespace Renstra.LocalHost.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--once --open")]
    [InlineData("--port 65536")]
    [InlineData("--port -1")]
    public void What_cannot_be_is_refused(string arguments) => Assert.NotEmpty(CommandLine.Build().Parse(arguments).Errors);

    [Theory]
    [InlineData("")]
    [InlineData("--open --port 0")]
    [InlineData("--once --data berkas")]
    public void What_can_be_is_taken(string arguments) => Assert.Empty(CommandLine.Build().Parse(arguments).Errors);
}
