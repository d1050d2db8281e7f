using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Tests.Matching.Sides;

/// <summary>Pools of two sides.</summary>
internal static class TwoSides
{
    /// <summary>An awkward pool in which the first so many people are the first side.</summary>
    public static PoolMember[] Members(int seed, int first, int second, int mostFirst = 1, int mostSecond = 1, int hoursFree = 14) =>
        Divide(Pools.Members(seed, first + second, hoursFree), first, mostFirst, mostSecond);

    /// <summary>People who differ in nothing but their side, free for the same seven and a half hours.</summary>
    public static PoolMember[] Plain(int first, int second, int mostFirst = 1, int mostSecond = 1) => Divide(
        [
            .. Enumerable.Range(0, first + second).Select(index => new PoolMember
            {
                Id = $"p{index:D4}", Zone = DateTimeZone.Utc, Languages = ["nl"], Free = WeekAvailability.FromSlots([new Slot(130, 30)]),
            }),
        ],
        first, mostFirst, mostSecond);

    private static PoolMember[] Divide(PoolMember[] members, int first, int mostFirst, int mostSecond) =>
    [
        .. members.Select((member, index) => member with
        {
            Side = index < first ? PoolSide.First : PoolSide.Second, MostMeetings = index < first ? mostFirst : mostSecond,
        }),
    ];
}
