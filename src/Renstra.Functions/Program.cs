using Microsoft.Azure.Functions.Worker.Builder;
using Renstra.Functions;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.AddRenstra();
await builder.Build().RunAsync();
