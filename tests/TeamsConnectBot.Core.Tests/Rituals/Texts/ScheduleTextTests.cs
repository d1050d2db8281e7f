using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Schedules;
using TeamsConnectBot.Core.Rituals.Texts;
using TeamsConnectBot.Core.Tests.Rituals.Schedules;

namespace TeamsConnectBot.Core.Tests.Rituals.Texts;

/// <summary>The text of a schedule is short and correct, and can be read back.</summary>
public sealed class ScheduleTextTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
    private static readonly LocalDate Today = new(2026, 11, 24);

    [TestCase(
        "elke vrijdag 15:30",
        "elke vrijdag 15:30–16:00 (Amsterdam), eerstvolgende: vr 27 nov",
        "every Friday 15:30–16:00 (Amsterdam), first: Fri 27 Nov")]
    [TestCase(
        "om de week dinsdag 9u",
        "elke 2 weken op dinsdag 09:00–09:30 (Amsterdam), eerstvolgende: di 1 dec",
        "every 2 weeks on Tuesday 09:00–09:30 (Amsterdam), first: Tue 1 Dec")]
    [TestCase(
        "laatste werkdag van de maand 16u 1 uur",
        "elke laatste werkdag van de maand 16:00–17:00 (Amsterdam), eerstvolgende: ma 30 nov",
        "every last working day of the month 16:00–17:00 (Amsterdam), first: Mon 30 Nov")]
    [TestCase(
        "1e en 3e ma vd maand 10u",
        "elke eerste en derde maandag van de maand 10:00–10:30 (Amsterdam), eerstvolgende: ma 7 dec",
        "every first and third Monday of the month 10:00–10:30 (Amsterdam), first: Mon 7 Dec")]
    [TestCase(
        "elke 29 februari 10u",
        "elk jaar op 29 februari 10:00–10:30 (Amsterdam), eerstvolgende: di 29 feb 2028",
        "every year on 29 February 10:00–10:30 (Amsterdam), first: Tue 29 Feb 2028")]
    [TestCase(
        "elke 1e en laatste dag van de maand 10u",
        "elke 1e en laatste dag van de maand 10:00–10:30 (Amsterdam), eerstvolgende: ma 30 nov",
        "every 1st and last day of the month 10:00–10:30 (Amsterdam), first: Mon 30 Nov")]
    [TestCase("morgen 10u", "woensdag 25 november 2026 10:00–10:30 (Amsterdam)", "Wednesday 25 November 2026 10:00–10:30 (Amsterdam)")]
    [TestCase(
        "ma-vr 9u 10 keer",
        "elke werkdag 09:00–09:30 (Amsterdam), 10 keer, eerstvolgende: wo 25 nov",
        "every working day 09:00–09:30 (Amsterdam), 10 times, first: Wed 25 Nov")]
    [TestCase(
        "elke dag 9u t/m 1 maart",
        "elke dag 09:00–09:30 (Amsterdam), tot en met 1 maart 2027, eerstvolgende: wo 25 nov",
        "every day 09:00–09:30 (Amsterdam), through 1 March 2027, first: Wed 25 Nov")]
    public void Full_Schedule_IsCorrectInBothLanguages(string phrase, string dutch, string english)
    {
        var now = Today.At(new LocalTime(9, 0)).InZoneStrictly(Zone).ToInstant();
        var schedule = ((Understood)PhraseReader.Read(phrase, new PhraseContext(Zone, now, Language.Dutch))).Schedule;
        Assert.That(ScheduleText.Full(schedule, schedule.First, Today, Language.Dutch), Is.EqualTo(dutch));
        Assert.That(ScheduleText.Full(schedule, schedule.First, Today, Language.English), Is.EqualTo(english));
    }

    [FsCheck.NUnit.Property(MaxTest = 600)]
    public void Full_AnySchedule_CanBeReadBack(int seed)
    {
        var random = new Random(seed);
        if (RandomRules.Schedule(random, Zone, 2026) is not { } schedule || !IsSaid(schedule.Rule!))
        {
            return;
        }

        // Reads it on a day in the half year before it begins, in either language.
        var today = schedule.First.PlusDays(-random.Next(1, 180));
        var said = ScheduleText.Full(schedule, schedule.First, today, seed % 2 == 0 ? Language.Dutch : Language.English);
        var context = new PhraseContext(
            Zone, today.At(LocalTime.Noon).InZoneStrictly(Zone).ToInstant(), seed % 3 == 0 ? Language.Dutch : Language.English);
        var reading = PhraseReader.Read(said, context);
        Assert.That(
            (reading as Understood)?.Schedule,
            Is.EqualTo(schedule),
            $"seed {seed}: '{said}' for {schedule.Rrule} from {schedule.First}, read on {today}: {reading}");
    }

    // No phrase results in several months, different ordinals for different days, or weeks counted in days.
    private static bool IsSaid(RecurrenceRule rule) =>
        rule.Months.Length <= 1
        && rule.Days.Where(day => day.Ordinal != 0).DistinctBy(day => day.Day).Count() <= 1
        && rule.Days.All(day => day.Ordinal >= -2)
        && !(rule is { Frequency: RecurrenceFrequency.Daily } && rule.Interval % 7 == 0)
        && !(rule is { Frequency: RecurrenceFrequency.Yearly, MonthDays: [-1] });
}
