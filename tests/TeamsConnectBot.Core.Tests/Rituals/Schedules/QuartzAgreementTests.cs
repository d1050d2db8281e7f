using NodaTime.Text;
using Quartz;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Tests.Rituals.Schedules;

/// <summary>Quartz triggers fire at the times that <see cref="RitualSchedule"/> calculates.</summary>
public sealed class QuartzAgreementTests
{
    [TestCase("Europe/Amsterdam")]
    [TestCase("America/New_York")]
    [TestCase("Asia/Kathmandu")]
    [TestCase("Australia/Lord_Howe")]
    public void Next_RandomRules_MatchesQuartz(string zoneId)
    {
        var zone = DateTimeZoneProviders.Tzdb[zoneId];
        var compared = 0;
        for (var seed = 0; seed < 120; seed++)
        {
            if (RandomRules.Schedule(new Random(seed), zone, 2026) is not { } schedule)
            {
                continue;
            }

            var trigger = Trigger(schedule);
            var ours = schedule.Next(Instant.MinValue);
            trigger.ComputeFirstFireTimeUtc(null);
            var theirs = trigger.NextFireTimeUtc;
            for (var index = 0; index < 40 && (ours is not null || theirs is not null); index++)
            {
                Assert.That(
                    theirs,
                    Is.EqualTo(ours?.Start.ToDateTimeOffset()),
                    $"seed {seed}: {schedule.Rrule} from {schedule.First} {schedule.Start}, occurrence {index}");
                compared++;
                trigger.Triggered(null);
                theirs = trigger.NextFireTimeUtc;
                ours = schedule.Next(ours!.Value.Start.ToInstant());
            }
        }

        Assert.That(compared, Is.GreaterThan(2500));
    }

    // The second occurrence falls in the gap when the clocks go forward, so its local time does not exist.
    [TestCase("Europe/Amsterdam", "2027-03-27", 2, 30)]
    [TestCase("Australia/Lord_Howe", "2027-10-02", 2, 15)]
    [TestCase("Antarctica/Troll", "2027-03-27", 1, 30)]
    public void Next_TimeInAGap_MatchesQuartz(string zoneId, string dayBefore, int hour, int minute)
    {
        var first = LocalDatePattern.Iso.Parse(dayBefore).Value;
        var schedule = new RitualSchedule(RecurrenceRule.Daily, first, new LocalTime(hour, minute), 30, DateTimeZoneProviders.Tzdb[zoneId]);
        var trigger = Trigger(schedule);
        trigger.ComputeFirstFireTimeUtc(null);
        trigger.Triggered(null);
        var moved = schedule.After(Instant.MinValue).ElementAt(1);
        Assert.That(moved.Start.LocalDateTime, Is.Not.EqualTo(moved.Planned));
        Assert.That(trigger.NextFireTimeUtc, Is.EqualTo(moved.Start.ToDateTimeOffset()));
    }

    private static Quartz.Impl.Triggers.RecurrenceTriggerImpl Trigger(RitualSchedule schedule)
    {
        var start = (schedule.First + schedule.Start).InZoneLeniently(schedule.Zone).ToDateTimeOffset();
        return (Quartz.Impl.Triggers.RecurrenceTriggerImpl)TriggerBuilder.Create(TimeProvider.System)
            .WithIdentity("ritual")
            .StartAt(start)
            .WithSchedule(
                RecurrenceScheduleBuilder.Create(schedule.Rrule!).InTimeZone(TimeZoneInfo.FindSystemTimeZoneById(schedule.Zone.Id)))
            .Build();
    }
}
