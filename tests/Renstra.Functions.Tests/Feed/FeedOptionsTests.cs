using Microsoft.Extensions.Options;
using Renstra.Functions.Feed;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Feed;

public sealed class FeedOptionsTests(AzuriteFixture azurite)
{
    private static readonly string Hash = FeedApp.HashOf("kunci");

    [Fact]
    public void A_feed_without_a_key_does_not_start()
    {
        var result = new SettingsValidator().Validate(null, new FeedOptions());

        Assert.True(result.Failed);
        Assert.Contains("Renstra:Feed:KeyHashes is empty", result.FailureMessage);
    }

    [Fact]
    public async Task The_app_says_so_when_it_is_started_without_a_key()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => FeedApp.StartAsync(azurite, settings => settings.Remove("Renstra:Feed:KeyHashes:0")));

        Assert.Contains("Renstra:Feed:KeyHashes is empty", refused.Message);
    }

    [Fact]
    public void A_key_in_place_of_its_hash_is_refused_and_not_repeated()
    {
        var result = new SettingsValidator().Validate(null, new FeedOptions { KeyHashes = [Hash, "kunci-rahasia"] });

        Assert.True(result.Failed);
        Assert.DoesNotContain("kunci-rahasia", result.FailureMessage);
    }

    [Theory]
    [InlineData("ftp://renstra.example.go.id")]
    [InlineData("/renstra")]
    [InlineData("https://renstra.example.go.id/?a=1")]
    public void A_public_address_must_be_one(string address) =>
        Assert.True(new SettingsValidator().Validate(null, new FeedOptions { KeyHashes = [Hash], PublicBaseAddress = new Uri(address, UriKind.RelativeOrAbsolute) }).Failed);

    [Theory]
    [InlineData(0)]
    [InlineData(50_001)]
    public void A_page_has_at_least_a_row_and_not_too_many(int pageSize) =>
        Assert.True(new SettingsValidator().Validate(null, new FeedOptions { KeyHashes = [Hash], PageSize = pageSize }).Failed);

    [Fact]
    public void A_key_and_a_public_address_suffice() =>
        Assert.True(new SettingsValidator().Validate(null, new FeedOptions { KeyHashes = [Hash.ToUpperInvariant()], PublicBaseAddress = new Uri("https://renstra.example.go.id") }).Succeeded);
}
