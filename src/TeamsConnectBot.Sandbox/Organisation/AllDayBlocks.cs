using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary>Blocks that take a whole day in the person's own time zone.</summary>
internal static class AllDayBlocks
{
    public static BusyBlock Make(Person person, LocalDate date, BusyStatus status)
    {
        var day = person.TimeZone.AtStartOfDay(date).ToInstant();
        return new BusyBlock(day, person.TimeZone.AtStartOfDay(date.PlusDays(1)).ToInstant(), status, AllDay: true);
    }

    /// <summary>The days on which the person works from home, which Outlook shows as working elsewhere.</summary>
    public static IEnumerable<BusyBlock> Remote(Person person, Instant from, Instant to) => person.RemoteDays == Weekdays.None
        ? []
        : new DateInterval(from.InZone(person.TimeZone).Date, to.InZone(person.TimeZone).Date)
            .Where(date => person.RemoteDays.Contains(date.DayOfWeek))
            .Select(date => Make(person, date, BusyStatus.WorkingElsewhere))
            .Where(block => block.Start < to && from < block.End);
}
