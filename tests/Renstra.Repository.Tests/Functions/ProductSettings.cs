using Renstra.Functions.Storage;

namespace Renstra.Repository.Tests.Functions;

/// <summary>The settings that the code binds: the members of every options type that names its configuration section.</summary>
internal static class ProductSettings
{
    /// <summary>Names as app settings are written, such as <c>Renstra__Intake__SharedFolder</c>, by section, such as <c>Renstra__Intake</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> BySection { get; } = typeof(StorageNames).Assembly.GetTypes()
        .Select(type => (Type: type, Section: type.GetField("Section")?.GetRawConstantValue() as string))
        .Where(options => options.Section is not null)
        .Select(options => (options.Type, Section: options.Section!.Replace(":", "__", StringComparison.Ordinal)))
        .ToDictionary(
            options => options.Section,
            IReadOnlyList<string> (options) =>
            [
                .. options.Type.GetProperties()
                    .Where(property => property.CanWrite)
                    .Select(property => $"{options.Section}__{property.Name}"),
            ]);
}
