using System.Globalization;
using Renstra.Functions.Storage;

namespace Renstra.Repository.Tests.Functions;

/// <summary>The settings that the code binds: the members of every options type that names its configuration section.</summary>
internal static class ProductSettings
{
    /// <summary>
    /// Their defaults by name. Names are as app settings are written, such as <c>Renstra__Intake__SharedFolder</c>; a default is as
    /// configuration writes it, or null where there is none.
    /// </summary>
    public static IReadOnlyDictionary<string, string?> Defaults { get; } =
        (from type in typeof(StorageNames).Assembly.GetTypes()
         let section = type.GetField("Section")?.GetRawConstantValue() as string
         where section is not null
         let unset = Activator.CreateInstance(type)
         from property in type.GetProperties()
         where property.CanWrite
         select (Name: $"{section.Replace(":", "__", StringComparison.Ordinal)}__{property.Name}", Value: property.GetValue(unset)))
        .ToDictionary(setting => setting.Name, setting => (setting.Value as IFormattable)?.ToString(null, CultureInfo.InvariantCulture));
}
