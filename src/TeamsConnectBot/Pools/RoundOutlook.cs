using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Meetings;

namespace TeamsConnectBot.Pools;

/// <summary>
/// Whether a pool's round schedule leaves time to meet: answers close on the next working day, and a meeting takes place in the week of its
/// round. Holidays are not considered, because no schedule can avoid them all.
/// </summary>
/// <param name="Starts">How many starts were considered, at most a year's.</param>
/// <param name="Over">The weekdays of starts that leave nothing of the week.</param>
/// <param name="Tight">The weekdays of starts that leave something of the week, but too little within Monday to Friday, nine to
/// five.</param>
internal sealed record RoundOutlook(int Starts, IReadOnlyList<IsoDayOfWeek> Over, IReadOnlyList<IsoDayOfWeek> Tight)
{
    private const int MaxStarts = 53;
    private static readonly Duration Ahead = Duration.FromDays(366);

    /// <summary>Whether a round could never invite anybody.</summary>
    public bool IsHopeless { get; private init; }

    public static RoundOutlook Of(PoolOptions pool, Instant now)
    {
        var starts = RoundStarts.OfWeeks(pool, now).Take(MaxStarts)
            .TakeWhile((start, index) => index == 0 || start < now + Ahead).ToList();
        var calendar = PoolCalendar.NineToFive(pool.TimeZone);
        var judged = starts.Select(
            start => (Day: start.InZone(pool.TimeZone).DayOfWeek, Room: RoomAfter(start, calendar, pool.Minutes / 15))).ToList();
        return new RoundOutlook(starts.Count, DaysWith(Room.None), DaysWith(Room.OutsideOfficeHours))
            { IsHopeless = judged.TrueForAll(one => one.Room == Room.None) };

        List<IsoDayOfWeek> DaysWith(Room room) => [.. judged.Where(one => one.Room == room).Select(one => one.Day).Distinct().Order()];
    }

    /// <summary>A warning about the schedule; null when it leaves enough time.</summary>
    public string? Warning(PoolOptions pool) => (Over, Tight) switch
    {
        ({ Count: > 0 }, _) => $"RoundCron '{pool.RoundCron}' also starts rounds on {Words(Over)}, "
            + $"when no working day is left in the week: nobody is invited then. {Better}",
        (_, { Count: > 0 }) => $"RoundCron '{pool.RoundCron}' starts rounds on {Words(Tight)}, "
            + $"when too little of the week's working hours is left for {pool.Minutes} minutes: hardly anybody is invited then. {Better}",
        _ => null,
    };

    /// <summary>Why the service refuses such a schedule.</summary>
    public string Refusal(PoolOptions pool) =>
        $"'{pool.RoundCron}', which starts every round on {Words(Over)}: answers close at noon of the next working day, "
        + $"and then no working day is left in the week, so nobody would ever be invited. {Better}";

    private const string Better = "Start on an earlier day, such as 0 0 9 ? * MON; as numbers, 1 is Sunday and 2 is Monday";

    private static string Words(IReadOnlyList<IsoDayOfWeek> days) => string.Join(" and ", days);

    private static Room RoomAfter(Instant start, PoolCalendar calendar, int quarters)
    {
        var week = Week.Of(start);
        var offerable = RoundTimes.At(start, calendar, week).Offerable;
        if (offerable.Length < quarters)
        {
            return Room.None;
        }

        var hours = AvailabilityBuilder.Build(week, [calendar.Hours], [], AvailabilityRules.Default);
        return hours.Gaps().Any(gap => Math.Min(gap.End, offerable.End) - Math.Max(gap.Start, offerable.Start) >= quarters)
            ? Room.Enough
            : Room.OutsideOfficeHours;
    }

    private enum Room
    {
        None,
        OutsideOfficeHours,
        Enough,
    }
}
