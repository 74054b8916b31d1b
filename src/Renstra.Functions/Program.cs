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

var lifetime = worker.Services.GetRequiredService<IHostApplicationLifetime>();
try
{
    await worker.RunAsync();
}
catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
{
    // The host has asked it to end before it had started whole: it ends in order all the same.
}

return 0;
