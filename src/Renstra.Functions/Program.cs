using Microsoft.Azure.Functions.Worker.Builder;
using Renstra.Functions;
using Renstra.Functions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<TriggerTimeLimit>();
builder.AddRenstra();
builder.ConfigureContainer(new DefaultServiceProviderFactory(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }));
using var worker = builder.Build();

// Before the host is spoken to: a setting that is missing or wrong ends the process at once, and the reason is its last word.
if (SettingsCheck.FindTrouble(worker.Services) is { } trouble)
{
    await Console.Error.WriteLineAsync(trouble);
    return SettingsCheck.ExitCode;
}

await worker.RunAsync();
return 0;
