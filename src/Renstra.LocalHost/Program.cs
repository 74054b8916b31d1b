using System.CommandLine;
using Renstra.LocalHost;

return await CommandLine.Build().Parse(args).InvokeAsync(new InvocationConfiguration
{
    // Ctrl-C ends the app, the host and Azurite in turn; give them the time.
    ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
});
