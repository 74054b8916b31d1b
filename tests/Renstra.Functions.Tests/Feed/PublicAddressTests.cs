using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Renstra.Functions.Feed;

namespace Renstra.Functions.Tests.Feed;

public sealed class PublicAddressTests
{
    private const int Port = 45_678;

    [Theory]
    [InlineData("127.0.0.1:45678", null, null, "http://127.0.0.1:45678/odata")]
    [InlineData("127.0.0.1:45678", "https", "renstra.example.go.id", "https://renstra.example.go.id/odata")]
    [InlineData("127.0.0.1:45678", "http", "localhost:7071", "http://localhost:7071/odata")]
    [InlineData("127.0.0.1:45678", "https", "jahat/x", "https://127.0.0.1:45678/odata")]
    [InlineData("127.0.0.1:45678", "javascript", "renstra.example.go.id", "http://renstra.example.go.id/odata")]
    [InlineData("kab.example.go.id", "https", null, "https://kab.example.go.id/odata")]
    [InlineData("kab.example.go.id", "https", "jahat.example", "https://kab.example.go.id/odata")]
    [InlineData("127.0.0.1:7071", "https", "jahat.example", "https://127.0.0.1:7071/odata")]
    public void Without_a_configured_address_only_the_Functions_host_is_believed(string host, string? forwardedProto, string? forwardedHost, string expected) =>
        Assert.Equal(expected, RootFor(new FeedOptions(), host, forwardedProto, forwardedHost));

    [Theory]
    [InlineData("https://renstra.example.go.id")]
    [InlineData("https://renstra.example.go.id/")]
    public void The_configured_address_goes_before_everything(string configured) => Assert.Equal(
        "https://renstra.example.go.id/odata",
        RootFor(new FeedOptions { PublicBaseAddress = new Uri(configured) }, "127.0.0.1:45678", "http", "jahat.example"));

    [Fact]
    public void The_configured_address_may_lie_below_a_path() => Assert.Equal(
        "https://ntt.example.go.id/renstra/odata",
        RootFor(new FeedOptions { PublicBaseAddress = new Uri("https://ntt.example.go.id/renstra") }, "127.0.0.1:45678", null, null));

    private static string RootFor(FeedOptions options, string host, string? forwardedProto, string? forwardedHost)
    {
        var context = new DefaultHttpContext();
        context.Connection.LocalPort = Port;
        context.Request.Scheme = "http";
        context.Request.Host = new HostString(host);
        context.Request.Headers["X-Forwarded-Proto"] = forwardedProto;
        context.Request.Headers["X-Forwarded-Host"] = forwardedHost;
        return new PublicAddress(Options.Create(options)).RootFor(context.Request);
    }
}
