using System.CommandLine;
using Renstra.LocalHost;

return await CommandLine.Build().Parse(args).InvokeAsync(new InvocationConfiguration
{
    // Ctrl-C ends the host, its worker and Azurite in turn, and what is under way first; give them the time.
    ProcessTerminationTimeout = TimeSpan.FromMinutes(1),
});
