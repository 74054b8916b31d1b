using Renstra.Functions;
using Renstra.Functions.Hosting;

await using var app = RenstraApp.Build(args);
await app.RunAsync();

// A Functions host restarts a handler that ends with an error; one that ends in order it never starts again, and every later
// event is lost. The host ends its handler by a signal that leaves no code behind, so any end in order is one too many.
return HostPort.IsAssigned(app.Configuration) ? 1 : 0;
