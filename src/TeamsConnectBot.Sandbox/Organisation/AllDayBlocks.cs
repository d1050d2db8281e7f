using NodaTime;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary>Blocks that take a whole day of the person's own zone.</summary>
internal static class AllDayBlocks
{
    public static BusyBlock Make(Person person, LocalDate date, BusyStatus status) =>
        new(person.TimeZone.AtStartOfDay(date).ToInstant(), person.TimeZone.AtStartOfDay(date.PlusDays(1)).ToInstant(), status, AllDay: true);

    /// <summary>Days on which the person works from home, which Outlook shows as working elsewhere.</summary>
    public static IEnumerable<BusyBlock> Remote(Person person, Instant from, Instant to)
    {
        if (person.RemoteDays == Weekdays.None)
        {
            yield break;
        }

        var last = to.InZone(person.TimeZone).Date;
        for (var date = from.InZone(person.TimeZone).Date; date <= last; date = date.PlusDays(1))
        {
            var block = Make(person, date, BusyStatus.WorkingElsewhere);
            if (person.RemoteDays.Contains(date.DayOfWeek) && block.Start < to && from < block.End)
            {
                yield return block;
            }
        }
    }
}
