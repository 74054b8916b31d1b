using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Renstra.Functions.Ingestion;
using Renstra.Transform.Workbooks;

namespace Renstra.Functions.Tests.Ingestion;

public sealed class IngestionOptionsTests
{
    public static TheoryData<string> Limits =>
        new(typeof(WorkbookLimits).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(limit => limit.Name));

    [Theory]
    [MemberData(nameof(Limits))]
    public void Every_limit_of_reading_is_a_setting(string limit)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new($"{IngestionOptions.Section}:{limit}", "7")])
            .Build();

        var limits = configuration.GetSection(IngestionOptions.Section).Get<IngestionOptions>()!.WorkbookLimits;

        Assert.Equal(7, Convert.ToInt64(typeof(WorkbookLimits).GetProperty(limit)!.GetValue(limits), CultureInfo.InvariantCulture));
    }
}
