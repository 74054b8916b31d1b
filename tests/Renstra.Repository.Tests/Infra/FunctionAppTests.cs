using System.Reflection;
using System.Runtime.Versioning;
using Renstra.Functions;

namespace Renstra.Repository.Tests.Infra;

[Collection<CompiledOnce>]
public sealed class FunctionAppTests(CompiledInfra compiled)
{
    private readonly Deployment _main = compiled.Main;

    private static string BuiltFor => typeof(RenstraApp).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName;

    private DeployedResource App => Assert.Single(_main.Resources("Web/sites"));

    [Fact]
    public void The_app_runs_in_the_isolated_worker_of_the_dotnet_that_it_is_built_for()
    {
        var runtime = App.Properties["functionAppConfig"]!["runtime"]!;

        Assert.Equal("dotnet-isolated", (string)runtime["name"]!);
        Assert.Equal(FormattableString.Invariant($".NETCoreApp,Version=v{(string)runtime["version"]!}"), BuiltFor);
    }

    [Fact]
    public void The_app_answers_over_https_only_with_tls_1_2_at_least()
    {
        Assert.True((bool)App.Properties["httpsOnly"]!);
        Assert.Equal("1.2", (string)App.Properties["siteConfig"]!["minTlsVersion"]!);
        Assert.Equal("1.2", (string)App.Properties["siteConfig"]!["scmMinTlsVersion"]!);
    }

    [Fact]
    public void Nobody_deploys_with_a_password()
    {
        var policies = _main.Resources("Web/sites/basicPublishingCredentialsPolicies");

        Assert.Equal(["ftp", "scm"], policies.Select(policy => policy.LastName).Order(StringComparer.Ordinal));
        Assert.All(policies, policy => Assert.False((bool)policy.Properties["allow"]!));
    }

    [Fact]
    public void The_shared_folder_is_where_the_share_is_mounted()
    {
        var mounts = _main.Resources("Web/sites/config").Single(config => config.LastName == "azurestorageaccounts");

        var mount = Assert.Single(mounts.Properties.AsObject()).Value!;
        var share = Assert.Single(_main.Resources("Storage/storageAccounts/fileServices/shares"));
        Assert.Equal(_main.AppSettings["Renstra__Intake__SharedFolder"], (string)mount["mountPath"]!);
        Assert.Equal(share.FirstName, (string)mount["accountName"]!);
        Assert.Equal(share.LastName, (string)mount["shareName"]!);
    }

    [Fact]
    public void Telemetry_is_accepted_from_identities_only()
    {
        var insights = Assert.Single(_main.Resources("Insights/components"));

        Assert.True((bool)insights.Properties["DisableLocalAuth"]!);
        Assert.Contains("Authorization=AAD", _main.AppSettings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"], StringComparison.Ordinal);
    }
}
