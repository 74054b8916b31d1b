using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Renstra.Functions;
using Renstra.Repository.Tests.Functions;

namespace Renstra.Repository.Tests.Infra;

/// <summary>The settings that the function app gets, against the code that reads them.</summary>
[Collection<CompiledOnce>]
public sealed class SettingsTests(CompiledInfra compiled)
{
    private readonly Deployment _main = compiled.Main;

    [Fact]
    public void Every_connection_that_a_trigger_names_is_an_identity()
    {
        var connections = FunctionDeclaration.ReadAll()
            .SelectMany(function => function.Bindings)
            .Select(binding => (string?)binding["connection"])
            .OfType<string>()
            .Append("AzureWebJobsStorage")
            .ToArray();

        Assert.Contains("RenstraStorage", connections);
        Assert.All(connections, connection =>
        {
            Assert.Equal("managedidentity", _main.AppSettings[$"{connection}__credential"]);
            Assert.Contains($"{connection}__clientId", _main.AppSettings);
            Assert.Contains($"{connection}__blobServiceUri", _main.AppSettings);
            Assert.Contains($"{connection}__queueServiceUri", _main.AppSettings);
            Assert.Contains($"{connection}__tableServiceUri", _main.AppSettings);
            Assert.DoesNotContain(connection, _main.AppSettings);
        });
    }

    [Fact]
    public void No_setting_holds_a_key()
    {
        Assert.All(_main.AppSettings.Values, value => Assert.DoesNotMatch("(?i)list[a-z]*\\(|AccountKey|SharedAccess", value));
    }

    [Fact]
    public void Flex_consumption_refuses_the_settings_that_its_own_configuration_replaces()
    {
        Assert.DoesNotContain("FUNCTIONS_WORKER_RUNTIME", _main.AppSettings);
        Assert.DoesNotContain("FUNCTIONS_EXTENSION_VERSION", _main.AppSettings);
        Assert.DoesNotContain("WEBSITE_RUN_FROM_PACKAGE", _main.AppSettings);
    }

    [Fact]
    public void The_product_gets_its_settings()
    {
        var settings = _main.AppSettings
            .Where(setting => setting.Key.StartsWith("Renstra__", StringComparison.Ordinal))
            .ToDictionary();

        Assert.Equal(
            [
                "Renstra__Feed__KeyHashes__0",
                "Renstra__Feed__KeyHashes__1",
                "Renstra__Feed__PublicBaseAddress",
                "Renstra__Intake__SharedFolder",
            ],
            settings.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Deployment.FirstKeyHash, settings["Renstra__Feed__KeyHashes__0"]);
        Assert.Equal(Deployment.SecondKeyHash, settings["Renstra__Feed__KeyHashes__1"]);
    }

    [Fact]
    public void Each_setting_is_a_member_of_the_options_that_the_code_binds()
    {
        var settings = _main.AppSettings.Keys
            .Where(setting => setting.StartsWith("Renstra__", StringComparison.Ordinal))
            .Select(setting => Regex.Replace(setting, @"__\d+$", ""));

        Assert.Empty(settings.Except(ProductSettings.Defaults.Keys));
    }

    [Fact]
    public void The_app_starts_with_these_settings_and_connects_to_the_data_account()
    {
        var configuration = _main.AppSettings.ToDictionary(
            setting => setting.Key.Replace("__", ":", StringComparison.Ordinal),
            setting => (string?)AsDeployed(setting.Value));

        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(configuration);
        builder.AddRenstra();
        using var app = builder.Build();

        app.Services.GetRequiredService<IStartupValidator>().Validate();
        var account = _main.Resources("Storage/storageAccounts/tableServices").Single().FirstName;
        Assert.Equal($"https://{account}.blob.example/", app.Services.GetRequiredService<BlobServiceClient>().Uri.AbsoluteUri);
        Assert.Equal($"https://{account}.table.example/", app.Services.GetRequiredService<TableServiceClient>().Uri.AbsoluteUri);
    }

    /// <summary>What an expression that only Azure can evaluate might become there: the address of a service, or some id.</summary>
    private static string AsDeployed(string value)
    {
        if (!value.StartsWith('['))
        {
            return value;
        }

        var endpoint = Regex.Match(value, @"storageAccounts/(\w+)', '[\d-]+'\)\.primaryEndpoints\.(\w+)");
        if (endpoint.Success)
        {
            return $"https://{endpoint.Groups[1].Value}.{endpoint.Groups[2].Value}.example/";
        }

        return value.Contains("https://", StringComparison.Ordinal) ? "https://renstra.example" : "00000000-0000-0000-0000-00000000000b";
    }
}
