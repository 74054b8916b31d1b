using Microsoft.Extensions.Time.Testing;
using Renstra.LocalHost.Host;

namespace Renstra.LocalHost.Tests.Host;

public sealed class SteppedClockTests
{
    private static readonly DateTimeOffset NewYear = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _real = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void It_starts_where_it_is_told_and_runs_on_at_the_normal_pace()
    {
        var clock = new SteppedClock(NewYear, _real);

        _real.Advance(TimeSpan.FromSeconds(90));

        Assert.Equal(NewYear.AddSeconds(90), clock.GetUtcNow());
    }

    [Fact]
    public void Set_forward_it_runs_on_from_there()
    {
        var clock = new SteppedClock(NewYear, _real);
        _real.Advance(TimeSpan.FromSeconds(90));

        clock.AdvanceTo(NewYear.AddMonths(1));
        _real.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(NewYear.AddMonths(1).AddSeconds(1), clock.GetUtcNow());
    }

    [Fact]
    public void It_never_goes_back()
    {
        var clock = new SteppedClock(NewYear, _real);
        _real.Advance(TimeSpan.FromSeconds(90));

        clock.AdvanceTo(NewYear.AddSeconds(60));
        _real.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(NewYear.AddSeconds(91), clock.GetUtcNow());
    }

    [Fact]
    public async Task A_seconds_wait_takes_a_second_however_far_it_is_set_forward()
    {
        var clock = new SteppedClock(NewYear, _real);
        var over = new TaskCompletionSource();
        await using var timer = clock.CreateTimer(_ => over.SetResult(), state: null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        clock.AdvanceTo(NewYear.AddYears(1));
        var before = over.Task.IsCompleted;
        _real.Advance(TimeSpan.FromSeconds(1));
        await over.Task;

        Assert.False(before);
    }

    [Fact]
    public void What_it_measures_as_elapsed_does_not_include_its_steps()
    {
        var clock = new SteppedClock(NewYear, _real);
        var start = clock.GetTimestamp();

        clock.AdvanceTo(NewYear.AddYears(1));
        _real.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(TimeSpan.FromSeconds(5), clock.GetElapsedTime(start));
    }
}
