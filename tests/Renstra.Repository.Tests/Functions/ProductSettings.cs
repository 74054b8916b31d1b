using Renstra.Functions.Storage;

namespace Renstra.Repository.Tests.Functions;

/// <summary>The settings that the code binds: the members of every options type that names its configuration section.</summary>
internal static class ProductSettings
{
    /// <summary>Names as app settings are written, such as <c>Renstra__Intake__SharedFolder</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. from type in typeof(StorageNames).Assembly.GetTypes()
           let section = type.GetField("Section")?.GetRawConstantValue() as string
           where section is not null
           from property in type.GetProperties()
           where property.CanWrite
           select $"{section.Replace(":", "__", StringComparison.Ordinal)}__{property.Name}",
    ];
}
