using NodaTime;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Connections;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Pools;

/// <summary>
/// Whether rounds that start when a pool says leave anybody time to meet: answers close on the next working day, and a meeting lies
/// in the week of its round. Holidays are left out of it; they are no fault of the settings.
/// </summary>
/// <param name="Starts">How many starts were looked at, a year's at most.</param>
/// <param name="Over">The days of the week of starts after which nothing of the week is left.</param>
/// <param name="Tight">The same, where working hours of a Monday to Friday are over but some of the week is left.</param>
internal sealed record RoundOutlook(int Starts, IReadOnlyList<IsoDayOfWeek> Over, IReadOnlyList<IsoDayOfWeek> Tight)
{
    private const int MostStarts = 53;
    private static readonly Duration Ahead = Duration.FromDays(366);

    /// <summary>Whether a round could never invite anybody.</summary>
    public bool IsHopeless { get; private init; }

    public static RoundOutlook Of(PoolOptions pool, Instant now)
    {
        var starts = RoundStarts.OfWeeks(pool, now).Take(MostStarts)
            .TakeWhile((start, index) => index == 0 || start < now + Ahead).ToList();
        var calendar = PoolCalendar.NineToFive(pool.TimeZone);
        var judged = starts.Select(
            start => (Day: start.InZone(pool.TimeZone).DayOfWeek, Room: RoomAfter(start, calendar, pool.Minutes / 15))).ToList();
        return new RoundOutlook(starts.Count, DaysWith(Room.None), DaysWith(Room.OutsideOfficeHours))
            { IsHopeless = judged.TrueForAll(one => one.Room == Room.None) };

        List<IsoDayOfWeek> DaysWith(Room room) => [.. judged.Where(one => one.Room == room).Select(one => one.Day).Distinct().Order()];
    }

    /// <summary>What is wrong with when a pool's rounds start; null when nothing is.</summary>
    public string? Warning(PoolOptions pool) => (Over, Tight) switch
    {
        ({ Count: > 0 }, _) => $"RoundCron '{pool.RoundCron}' also starts rounds on {Words(Over)}, when no working day is left in the week: nobody is invited then. {Better}",
        (_, { Count: > 0 }) => $"RoundCron '{pool.RoundCron}' starts rounds on {Words(Tight)}, when too little of the week's working hours is left for {pool.Minutes} minutes: hardly anybody is invited then. {Better}",
        _ => null,
    };

    /// <summary>Why such rounds are refused.</summary>
    public string Refusal(PoolOptions pool) =>
        $"'{pool.RoundCron}', which starts every round on {Words(Over)}: answers close at noon of the next working day, and then no working day is left in the week, so nobody would ever be invited. {Better}";

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

        var hours = AvailabilityBuilder.Build(week, calendar.Hours, [], AvailabilityRules.Default);
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
