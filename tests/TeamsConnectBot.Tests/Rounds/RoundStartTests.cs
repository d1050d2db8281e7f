using Quartz;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rounds;

namespace TeamsConnectBot.Tests.Rounds;

/// <summary>When rounds start, and the refusal of or warning about schedules that leave no time to meet.</summary>
internal sealed class RoundStartTests : WorldTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 6, 0);

    // America/Vancouver stays on summer time from 2026 on, which the system's own zone data may not know yet.
    [TestCase("Europe/Amsterdam", "0 0 9 ? * MON", "2026-03-29T12:00:00Z", "2026-03-30T07:00:00Z")]
    [TestCase("America/Vancouver", "0 0 9 ? * MON", "2026-12-01T00:00:00Z", null)]
    [TestCase("Europe/Amsterdam", "0 30 2 29 3 ?", "2026-03-01T00:00:00Z", "2026-03-29T01:30:00Z")]
    [TestCase("Europe/Amsterdam", "0 30 2 25 10 ?", "2026-10-01T00:00:00Z", "2026-10-25T00:30:00Z")]
    public void Next_InAZone_IsCalculatedByNodaTime(string zone, string cron, string after, string? expected)
    {
        var pool = new PoolOptions { Zone = zone, RoundCron = cron };
        var next = RoundStarts.Next(pool, At(after))!.Value;
        var local = next.InZone(DateTimeZoneProviders.Tzdb[zone]);

        Assert.That(expected is null ? local.Hour : 0, Is.EqualTo(expected is null ? 9 : 0));
        Assert.That(expected, Is.Null.Or.EqualTo(next.ToString()));
    }

    [Test]
    public void After_AmbiguousHour_StartsOnce()
    {
        var pool = new PoolOptions { RoundCron = "0 30 2 * * ?" };
        var starts = RoundStarts.After(pool, At("2026-10-24T12:00:00Z")).Take(2).ToList();

        Assert.That(starts, Is.EqualTo(new[] { At("2026-10-25T00:30:00Z"), At("2026-10-26T01:30:00Z") }));
    }

    [TestCase("0 0 9 * * 1", "Sunday")]
    [TestCase("0 0 9 ? * FRI", "Friday")]
    [TestCase("0 0 9 ? * SUN", "Sunday")]
    [TestCase("0 0 9 ? * SAT", "Saturday")]
    [TestCase("0 0 9 ? * FRI,SAT", "Friday")]
    [TestCase("0 0 9 31 FEB ?", "never comes")]
    [TestCase("0 0 9 30 2 ?", "never comes")]
    [TestCase("0 0 9 ? * MON 2020", "never comes")]
    [TestCase("every monday", "give a Quartz cron expression")]
    public void RoundCron_ThatCanInviteNobody_IsRefusedAtStartWithKeyValueAndExample(string cron, string why) => Assert.That(
        async () => await World.StartAsync(SamplePeople.Of(2), ("Programme:Pools:0:RoundCron", cron)),
        Throws.Exception.With.Message.Contains(
            $"Programme:Pools:0:RoundCron is '{cron}'").And.Message.Contains(why).And.Message.Contains("0 0 9 ? * MON"));

    [TestCase("0 0 9 ? * MON")]
    [TestCase("0 0 9 ? * TUE")]
    [TestCase("0 0 9 ? * WED")]
    [TestCase("0 0 9 ? * THU")]
    [TestCase("0 0 9 ? * MON,FRI")]
    [TestCase("0 0 9 * * ?")]
    public void RoundCron_ThatLeavesTime_IsAccepted(string cron)
    {
        var outlook = RoundOutlook.Of(new PoolOptions { RoundCron = cron }, Monday);
        Assert.That((outlook.IsHopeless, outlook.Over.Count, outlook.Tight.Count), Is.EqualTo((false, 0, 0)));
    }

    [Test]
    public void RoundCron_TooLateForTheLengthOfAMeeting_Warns()
    {
        var pool = new PoolOptions { RoundCron = "0 0 9 ? * THU", Minutes = 120 };
        Assert.That(RoundOutlook.Of(pool, Monday).Warning(pool), Does.Contain("on Thursday").And.Contain("120 minutes"));
    }

    [Test]
    public async Task RoundCron_ThatSometimesLeavesNoTime_LogsAWarningWithTheDays()
    {
        var world = await StartAsync(SamplePeople.Of(2), ("Programme:Pools:0:RoundCron", "0 0 9 1 * ?"));
        Assert.That(
            world.Log.Lines.Select(line => line.ToString()),
            Has.Some.Contains("Pool everyone: RoundCron '0 0 9 1 * ?' also starts rounds on Friday and Saturday and Sunday"));
    }

    [Test]
    public async Task Trigger_OfAPool_FiresWhenNodaTimeSaysAfterEveryRound()
    {
        var world = await StartAsync(SamplePeople.Of(4), ("Programme:Pools:0:Zone", "America/Vancouver"));
        var first = await NextAsync(world);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 12);

        // Summer time starts on the Sunday in between.
        Assert.That(first, Is.EqualTo(At("2026-03-02T17:00:00Z")));
        Assert.That(await NextAsync(world), Is.EqualTo(At("2026-03-09T16:00:00Z")));
    }

    [Test]
    public async Task Trigger_Missing_IsRescheduledAtNight()
    {
        var world = await StartAsync(SamplePeople.Of(4));
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 12);
        var expected = await NextAsync(world);
        var scheduler = await world.Service.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await scheduler.UnscheduleJob((await scheduler.GetTriggersOfJob(RoundJob.KeyOf("everyone"))).Single().Key);

        await world.UntilAsync(IsoDayOfWeek.Wednesday, 12);

        Assert.That(await NextAsync(world), Is.EqualTo(expected));
    }

    private static async Task<Instant> NextAsync(World world)
    {
        var scheduler = await world.Service.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var trigger = (await scheduler.GetTriggersOfJob(RoundJob.KeyOf("everyone"))).Single();
        return Instant.FromDateTimeOffset(trigger.NextFireTimeUtc!.Value);
    }

    private static Instant At(string moment) => NodaTime.Text.InstantPattern.ExtendedIso.Parse(moment).Value;
}
