using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Renstra.Functions.Intake;

namespace Renstra.Functions.Tests.Intake;

public sealed class WaitingTests
{
    private static readonly DateTimeOffset Since = new(2024, 8, 5, 1, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Since);
    private readonly List<LogLevel> _said = [];

    [Theory]
    [InlineData(60)]
    [InlineData(5)]
    public void What_waits_is_a_warning_after_as_long_as_the_setting_says_and_not_before(int minutes)
    {
        var waiting = new Waiting(Options.Create(new IntakeOptions { WarnAfter = TimeSpan.FromMinutes(minutes) }), _clock);

        Say(waiting);
        _clock.SetUtcNow(Since.AddMinutes(minutes).AddTicks(-1));
        Say(waiting);
        _clock.SetUtcNow(Since.AddMinutes(minutes));
        Say(waiting);
        Say(waiting);

        Assert.Equal([LogLevel.Information, LogLevel.Warning], _said);
    }

    [Fact]
    public void What_came_right_and_waits_again_is_said_again()
    {
        var waiting = new Waiting(Options.Create(new IntakeOptions()), _clock);

        Say(waiting);
        waiting.End("terbuka.xlsx");
        Say(waiting);

        Assert.Equal([LogLevel.Information, LogLevel.Information], _said);
    }

    private void Say(Waiting waiting) => waiting.Say("terbuka.xlsx", Since, "open", (level, _, _) => _said.Add(level));
}
