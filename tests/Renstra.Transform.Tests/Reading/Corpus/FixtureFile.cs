namespace Renstra.Transform.Tests.Reading.Corpus;

/// <summary>One file of the corpus.</summary>
/// <param name="Fixture">What it belongs to.</param>
/// <param name="Name">Its name within the fixture's folder.</param>
/// <param name="Format">What it is, as the manifest says it.</param>
/// <param name="Write">Makes its content; null where LibreOffice does.</param>
internal sealed record FixtureFile(Fixture Fixture, string Name, string Format, Func<byte[]>? Write)
{
    public string Path => $"{Fixture.Folder}/{Name}";
}
