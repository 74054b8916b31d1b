using System.Xml.Linq;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Validation;
using Renstra.Testing;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Feed.OData;

public sealed class MetadataTests(AzuriteFixture azurite)
{
    private const string Golden = "tests/Renstra.Functions.Tests/Feed/metadata.golden.xml";
    private static readonly XNamespace Edm = "http://docs.oasis-open.org/odata/ns/edm";

    [Fact]
    public async Task The_metadata_are_those_that_clients_know()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        var metadata = await feed.Client.GetStringAsync("$metadata", TestContext.Current.CancellationToken) + "\n";

        Assert.Equal(GoldenFile.Read(Golden, metadata), metadata);
    }

    [Fact]
    public async Task The_metadata_are_a_valid_model()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await using var stream = await feed.Client.GetStreamAsync("$metadata", TestContext.Current.CancellationToken);

        var document = await XDocument.LoadAsync(stream, LoadOptions.None, TestContext.Current.CancellationToken);

        using var reader = document.CreateReader();
        var model = CsdlReader.Parse(reader);
        Assert.True(model.Validate(out var errors), string.Join(Environment.NewLine, errors));
    }

    [Fact]
    public async Task Every_set_and_column_is_described()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        var metadata = XDocument.Parse(await feed.Client.GetStringAsync("$metadata", TestContext.Current.CancellationToken));

        var described = metadata.Descendants().Where(element => element.Name == Edm + "Property" || element.Name == Edm + "EntitySet").ToList();
        Assert.True(described.Count > 150);
        Assert.All(described, element => Assert.Contains(
            element.Elements(Edm + "Annotation"),
            annotation => annotation.Attribute("Term")!.Value.EndsWith(".Description", StringComparison.Ordinal) && annotation.Attribute("String")!.Value.EndsWith('.')));
    }

    [Fact]
    public async Task The_metadata_tell_a_client_what_it_may_leave_to_the_feed()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        var metadata = XDocument.Parse(await feed.Client.GetStringAsync("$metadata", TestContext.Current.CancellationToken));

        var container = metadata.Descendants(Edm + "EntityContainer").Single();
        string[] functions = [.. Annotation(container, "FilterFunctions").Descendants(Edm + "String").Select(function => function.Value)];
        Assert.Equal("Org.OData.Capabilities.V1.ConformanceLevelType/Intermediate", Annotation(container, "ConformanceLevel").Descendants(Edm + "EnumMember").SingleOrDefault()?.Value ?? Annotation(container, "ConformanceLevel").Attribute("EnumMember")?.Value);
        Assert.Contains("contains", functions);
        Assert.Equal("true", Annotation(container, "AsynchronousRequestsSupported").Attribute("Bool")!.Value);
        Assert.All(container.Elements(Edm + "EntitySet"), set =>
        {
            Assert.Equal("true", Annotation(set, "TopSupported").Attribute("Bool")!.Value);
            Assert.Equal("true", Annotation(set, "SkipSupported").Attribute("Bool")!.Value);
            Assert.Equal("true", Annotation(set, "CountRestrictions").Descendants(Edm + "PropertyValue").Single().Attribute("Bool")!.Value);
            Assert.Equal(
                set.Elements(Edm + "NavigationPropertyBinding").Any() ? "true" : "false",
                Annotation(set, "ExpandRestrictions").Descendants(Edm + "PropertyValue").First().Attribute("Bool")!.Value);
            Assert.Equal(
                ["filter", "groupby", "aggregate"],
                set.Elements(Edm + "Annotation").Single(annotation => annotation.Attribute("Term")!.Value == "Org.OData.Aggregation.V1.ApplySupported").Descendants(Edm + "String").Select(step => step.Value));
        });
    }

    [Fact]
    public async Task The_parts_of_a_key_come_in_the_order_in_which_rows_are_sorted()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        var metadata = XDocument.Parse(await feed.Client.GetStringAsync("$metadata", TestContext.Current.CancellationToken));

        Assert.Equal(
            ["Bulan", "PenetapanKe", "KodeWilayah", "KodeIndikator"],
            metadata.Descendants(Edm + "EntityType").Single(type => type.Attribute("Name")!.Value == "BarisKinerjaTetap")
                .Element(Edm + "Key")!.Elements().Select(part => part.Attribute("Name")!.Value));
    }

    private static XElement Annotation(XElement target, string term) =>
        target.Elements(Edm + "Annotation").Single(annotation => annotation.Attribute("Term")!.Value == $"Org.OData.Capabilities.V1.{term}");
}
