using Microsoft.OData.Edm;

namespace Renstra.Functions.Feed.Query;

/// <summary>The OData library has a type of its own for dates, rows have <see cref="DateOnly"/>: what it hands over is converted here.</summary>
internal static class LibraryValue
{
    // The library says that the type goes away in its next major version; until then it is what literals are parsed to.
#pragma warning disable CS0618
    public static object? ToRowValue(object? value) => value is Date day ? new DateOnly(day.Year, day.Month, day.Day) : value;
#pragma warning restore CS0618
}
