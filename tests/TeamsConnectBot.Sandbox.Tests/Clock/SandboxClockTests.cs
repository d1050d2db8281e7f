using TeamsConnectBot.Sandbox.Clock;

namespace TeamsConnectBot.Sandbox.Tests.Clock;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SandboxClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    private readonly SandboxClock clock = new(Start);

    [Test]
    public void Clock_NotAdvanced_StandsStill() => Assert.That(clock.GetUtcNow(), Is.EqualTo(Start));

    [Test]
    public void Timer_ClockAdvancedPastIt_SeesItsOwnDueTime()
    {
        DateTimeOffset? seen = null;
        using var timer = clock.CreateTimer(_ => seen = clock.GetUtcNow(), null, TimeSpan.FromMinutes(5), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromHours(1));

        Assert.Multiple(() =>
        {
            Assert.That(seen, Is.EqualTo(Start.AddMinutes(5)));
            Assert.That(clock.GetUtcNow(), Is.EqualTo(Start.AddHours(1)));
        });
    }

    [TestCase(1)]
    [TestCase(-1)]
    public void Clock_Jumps_TimersFireAfterTheSameElapsedTime(int hours)
    {
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(5), Timeout.InfiniteTimeSpan);

        clock.Jump(TimeSpan.FromHours(hours));
        clock.Advance(TimeSpan.FromMinutes(4));
        var before = fired;
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.That((before, fired), Is.EqualTo((0, 1)));
        Assert.That(clock.GetUtcNow(), Is.EqualTo(Start.AddHours(hours).AddMinutes(5)));
    }

    [Test]
    public void Timers_SeveralDue_FireInDueOrderThenCreationOrder()
    {
        var fired = new List<string>();
        using var late = clock.CreateTimer(_ => fired.Add("late"), null, TimeSpan.FromMinutes(3), Timeout.InfiniteTimeSpan);
        using var first = clock.CreateTimer(_ => fired.Add("first"), null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        using var second = clock.CreateTimer(_ => fired.Add("second"), null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromMinutes(3));

        Assert.That(fired, Is.EqualTo(new[] { "first", "second", "late" }));
    }

    [Test]
    public void Timer_CreatedWhileClockAdvances_FiresInTheSameAdvance()
    {
        var fired = false;
        ITimer? inner = null;
        using var outer = clock.CreateTimer(
            _ => inner = clock.CreateTimer(_ => fired = true, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan),
            null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromMinutes(2));

        Assert.That(fired, Is.True);
        inner!.Dispose();
    }

    [Test]
    public void Timer_WithAPeriod_FiresOncePerPeriod()
    {
        var count = 0;
        using var timer = clock.CreateTimer(_ => count++, null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2));

        clock.Advance(TimeSpan.FromMinutes(6));

        Assert.That(count, Is.EqualTo(3));
    }

    [Test]
    public void Timer_ChangedOrDisposed_DoesNotFireAtItsOldTime()
    {
        var count = 0;
        using var changed = clock.CreateTimer(_ => count++, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        changed.Change(TimeSpan.FromHours(2), Timeout.InfiniteTimeSpan);
        clock.CreateTimer(_ => count++, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan).Dispose();

        clock.Advance(TimeSpan.FromMinutes(119));
        var early = count;
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.That((early, count), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task Timer_DueImmediately_FiresWithoutAdvancing()
    {
        var fired = new TaskCompletionSource();
        using var timer = clock.CreateTimer(_ => fired.TrySetResult(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await fired.Task.WaitAsync(TimeSpan.FromMinutes(5));
    }

    [Test]
    public async Task Delay_OnTheClock_CompletesWhenTheClockReachesIt()
    {
        var delay = Task.Delay(TimeSpan.FromDays(1), clock);

        clock.Advance(TimeSpan.FromHours(23));
        var early = delay.IsCompleted;
        clock.Advance(TimeSpan.FromHours(1));

        await delay.WaitAsync(TimeSpan.FromMinutes(5));
        Assert.That(early, Is.False);
    }

    [Test]
    public void Timestamp_ClockAdvances_MeasuresSimulatedTime()
    {
        var before = clock.GetTimestamp();

        clock.Advance(TimeSpan.FromMinutes(90));

        Assert.That(clock.GetElapsedTime(before), Is.EqualTo(TimeSpan.FromMinutes(90)));
    }
}
