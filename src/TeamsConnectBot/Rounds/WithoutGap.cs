using NodaTime;
using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Figures;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rounds;

namespace TeamsConnectBot.Rounds;

/// <summary>Asks, while a round has the calendars in memory, how many people have no gap at all in its week: a matter of workload.</summary>
internal static class WithoutGap
{
    private const int QuarterHour = 15;

    /// <summary>Only people whose calendar was read count: usual hours alone tell nothing about workload.</summary>
    public static AggregateQuery In(GatheredPool gathered, PoolOptions pool, LocalDate monday)
    {
        var known = gathered.People.Where(person => person.Participant.GapsAllowedAt is not null && person.Entry.Mail is not null).ToList();
        return new AggregateQuery(
            AggregateView.WithoutGap,
            pool.Id,
            monday,
            [.. known.Select(person => Pseudonym.Of(person.Participant))],
            [.. known.Where(person => !person.Member.Free.Gaps().Any(gap => gap.Length * QuarterHour >= pool.Minutes)).Select(person => Pseudonym.Of(person.Participant))]);
    }
}
