using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Data;
using TeamsConnectBot.Figures;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rounds;

/// <summary>Why people were not asked, in so few kinds that none tells what anybody said or wished.</summary>
internal enum LeftOutBecause
{
    /// <summary>Graph did not answer, or not in a way that could be read.</summary>
    CalendarTrouble,

    /// <summary>The service may not see their calendar, or it holds more than Graph lists.</summary>
    CalendarClosed,

    /// <summary>No gap in what could be offered, or nobody to share one with.</summary>
    NobodyFits,

    /// <summary>Asked already, pausing, or no rule asks them now.</summary>
    NotTheirTurn,
}

/// <summary>One round's people who were not asked; null where it would be about too few, or would tell whom the rules chose.</summary>
internal sealed record LeftOutWeek(string Pool, LocalDate Monday, IReadOnlyList<CountRange?> Counts);

/// <summary>Reads whom the newest rounds left out, as counts by reason.</summary>
internal sealed class LeftOut(Database database, IOptions<FiguresOptions> options, TimeProvider clock)
{
    public const int WeeksShown = 4;

    public async Task<IReadOnlyList<LeftOutWeek>> ReadAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled)
        {
            return [];
        }

        var from = clock.GetCurrentInstant() - Duration.FromDays(7 * WeeksShown);
        var rounds = await database.ReadAsync(
            db => db.Rounds.Where(round => round.State != RoundState.Gathering && round.StartedAt >= from)
                .Select(round => new { round.PoolId, round.Monday, round.NotAsked, round.Asked, round.IsSelective }).ToListAsync(cancellationToken),
            cancellationToken);
        return [.. rounds.OrderBy(round => round.PoolId, StringComparer.Ordinal).ThenByDescending(round => round.Monday)
            .Select(round => new LeftOutWeek(round.PoolId, round.Monday, Counts(round.NotAsked, round.Asked, round.IsSelective)))];
    }

    private static List<CountRange?> Counts(Dictionary<string, int> notAsked, int asked, bool isSelective)
    {
        var people = asked + notAsked.Values.Sum();
        return [.. Enum.GetValues<LeftOutBecause>().Select(why => isSelective && FollowsFromTheRules(why)
            ? null
            : new Aggregate().Ask(new RoundCount(people, notAsked.Where(count => Because(count.Key) == why).Sum(count => count.Value))))];
    }

    // Calendars are read before any rule speaks.
    private static bool FollowsFromTheRules(LeftOutBecause why) => why is LeftOutBecause.NobodyFits or LeftOutBecause.NotTheirTurn;

    private static LeftOutBecause? Because(string reason) =>
        reason.StartsWith(Gathering.UnknownCalendar, StringComparison.Ordinal) ? BecauseOfCalendar(reason[Gathering.UnknownCalendar.Length..])
        : Enum.TryParse<NotAskedReason>(reason, out _) ? LeftOutBecause.NobodyFits
        : Enum.TryParse<NudgeReason>(reason, out _) ? LeftOutBecause.NotTheirTurn
        : null;

    private static LeftOutBecause BecauseOfCalendar(string reason) => Enum.TryParse<ScheduleFailure>(reason, out var failure)
        && failure is ScheduleFailure.NoAccess or ScheduleFailure.TooMany ? LeftOutBecause.CalendarClosed : LeftOutBecause.CalendarTrouble;
}
