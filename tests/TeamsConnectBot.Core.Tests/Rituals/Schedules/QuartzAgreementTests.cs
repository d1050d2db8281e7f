using NodaTime;
using Quartz;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Tests.Rituals.Schedules;

/// <summary>The service's triggers fire when the schedule says.</summary>
public sealed class QuartzAgreementTests
{
    [TestCase("Europe/Amsterdam")]
    [TestCase("America/New_York")]
    [TestCase("Asia/Kathmandu")]
    [TestCase("Australia/Lord_Howe")]
    public void Next_RandomRules_IsWhenQuartzFires(string zoneId)
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
                if (ours is { } occurrence && occurrence.Start.LocalDateTime != occurrence.Planned)
                {
                    // In a gap Quartz advances to the gap's end, the schedule by the gap's length: see docs.
                    break;
                }

                Assert.That(theirs, Is.EqualTo(ours?.Start.ToDateTimeOffset()), $"seed {seed}: {schedule.Rrule} from {schedule.First} {schedule.Start}, the {index}th");
                compared++;
                trigger.Triggered(null);
                theirs = trigger.NextFireTimeUtc;
                ours = schedule.Next(ours!.Value.Start.ToInstant());
            }
        }

        Assert.That(compared, Is.GreaterThan(2500));
    }

    [Test]
    public void Next_InAGap_IsTheOneThingQuartzDiffersIn()
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
        var schedule = new RitualSchedule(RecurrenceRule.Daily, new LocalDate(2027, 3, 27), new LocalTime(2, 30), 30, zone);
        var trigger = Trigger(schedule);
        trigger.ComputeFirstFireTimeUtc(null);
        trigger.Triggered(null);
        Assert.That(schedule.After(Instant.MinValue).ElementAt(1).Start.TimeOfDay, Is.EqualTo(new LocalTime(3, 30)));
        Assert.That(trigger.NextFireTimeUtc, Is.EqualTo(new DateTimeOffset(2027, 3, 28, 3, 0, 0, TimeSpan.FromHours(2))));
    }

    private static Quartz.Impl.Triggers.RecurrenceTriggerImpl Trigger(RitualSchedule schedule)
    {
        var start = (schedule.First + schedule.Start).InZoneLeniently(schedule.Zone).ToDateTimeOffset();
        return (Quartz.Impl.Triggers.RecurrenceTriggerImpl)TriggerBuilder.Create(TimeProvider.System)
            .WithIdentity("ritual")
            .StartAt(start)
            .WithSchedule(RecurrenceScheduleBuilder.Create(schedule.Rrule!).InTimeZone(TimeZoneInfo.FindSystemTimeZoneById(schedule.Zone.Id)))
            .Build();
    }
}
