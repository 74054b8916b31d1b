namespace Renstra.Transform.Tests.Workbooks.Corpus;

/// <summary>The committed files, which other programs made.</summary>
internal static class TestData
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "TestData", "Workbooks");

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name));
}
