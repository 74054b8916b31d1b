using Renstra.Testing.Azurite;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]
