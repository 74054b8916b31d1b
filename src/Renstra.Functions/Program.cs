using Renstra.Functions;

await using var app = RenstraApp.Build(args);
await app.RunAsync();
