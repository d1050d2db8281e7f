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
            var theirs = trigger.ComputeFirstFireTimeUtc(null);
            for (var index = 0; index < 40 && (ours is not null || theirs is not null); index++)
            {
                if (ours is { } occurrence && occurrence.Start.LocalDateTime != occurrence.Planned)
                {
                    // In a gap Quartz advances to the gap's end, the schedule by the gap's length: see docs.
                    break;
                }

                Assert.That(theirs, Is.EqualTo(ours?.Start.ToDateTimeOffset()), $"seed {seed}: {schedule.Rrule} from {schedule.First} {schedule.Start}, the {index}th");
                compared++;
                theirs = trigger.GetFireTimeAfter(theirs);
                ours = schedule.Next(ours!.Value.Start.ToInstant());
            }
        }

        Assert.That(compared, Is.GreaterThan(2500));
    }

    [TestCase("2027-03-28", "02:30")]
    public void Next_InAGap_IsWhereQuartzDiffers(string date, string time)
    {
        var first = NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;
        var schedule = new RitualSchedule(
            RecurrenceRule.Daily, first, NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value, 30, DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]);
        TestContext.Out.WriteLine($"{Trigger(schedule).ComputeFirstFireTimeUtc(null):O} {schedule.Next(Instant.MinValue)!.Value.Start}");
        Assert.That(schedule.Next(Instant.MinValue)!.Value.Start.TimeOfDay, Is.EqualTo(new LocalTime(3, 30)));
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
