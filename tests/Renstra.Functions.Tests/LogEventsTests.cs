using System.Reflection;
using Microsoft.Extensions.Logging;

namespace Renstra.Functions.Tests;

/// <summary>An operator finds every kind of line by its number.</summary>
public sealed class LogEventsTests
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    [Fact]
    public void Every_kind_of_log_line_has_a_number_of_its_own()
    {
        var lines = typeof(RenstraApp).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(Any))
            .Select(method => (Name: $"{method.DeclaringType!.Name}.{method.Name}", Line: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(method => method.Line is not null)
            .ToList();

        Assert.True(lines.Count > 30, $"{lines.Count} kinds of log lines were found.");
        Assert.Empty(lines.GroupBy(method => method.Line!.EventId).Where(id => id.Count() > 1).Select(id => $"{id.Key}: {string.Join(", ", id.Select(method => method.Name))}"));
        Assert.All(lines, method => Assert.True(method.Line!.EventId > 0, method.Name));
    }
}
