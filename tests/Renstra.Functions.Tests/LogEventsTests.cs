using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Renstra.Testing;

namespace Renstra.Functions.Tests;

/// <summary>An operator finds every kind of line by its number.</summary>
public sealed class LogEventsTests
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Every kind of line; without a level of its own it is told at each call how grave it is.</summary>
    private static readonly IReadOnlyList<(string Name, LoggerMessageAttribute Attribute, bool HasLevel)> Lines =
    [
        .. typeof(RenstraApp).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(Any))
            .Select(method => (
                Name: $"{method.DeclaringType!.Name}.{method.Name}",
                Attribute: method.GetCustomAttribute<LoggerMessageAttribute>()!,
                HasLevel: method.GetParameters().All(parameter => parameter.ParameterType != typeof(LogLevel))))
            .Where(method => method.Attribute is not null),
    ];

    [Fact]
    public void Every_line_that_can_ask_for_something_has_its_remedy_on_the_operations_page_and_no_other_line_is_there()
    {
        var asking = Lines
            .Where(line => line.Attribute.Level is LogLevel.Warning or LogLevel.Error or LogLevel.Critical || !line.HasLevel)
            .Select(line => line.Attribute.EventId);
        var explained = File.ReadLines(RepositoryRoot.PathOf("docs/operations.md"))
            .Select(line => Regex.Match(line, @"^\| (\d{4}(?:, \d{4})*) \| .+ \| .+ \|$"))
            .Where(row => row.Success)
            .SelectMany(row => row.Groups[1].Value.Split(", "))
            .Select(number => int.Parse(number, CultureInfo.InvariantCulture));

        Assert.Equal(asking.Order(), explained.Order());
    }

    [Fact]
    public void Every_kind_of_log_line_has_a_number_of_its_own()
    {
        Assert.True(Lines.Count > 30, $"{Lines.Count} kinds of log lines were found.");
        Assert.Empty(Lines.GroupBy(line => line.Attribute.EventId).Where(id => id.Count() > 1).Select(id => $"{id.Key}: {string.Join(", ", id.Select(line => line.Name))}"));
        Assert.All(Lines, line => Assert.True(line.Attribute.EventId > 0, line.Name));
    }
}
