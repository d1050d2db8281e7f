using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Data;
using TeamsConnectBot.Figures;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rounds;

/// <summary>Why people were not invited, in so few categories that none reveals anybody's answers or wishes.</summary>
internal enum LeftOutReason
{
    /// <summary>Graph gave no usable answer.</summary>
    CalendarTrouble,

    /// <summary>The service may not read their calendar, or it has more entries than Graph lists.</summary>
    CalendarClosed,

    /// <summary>No free slot that could be offered, nobody to share one with, or no side in a pool with two.</summary>
    NobodyFits,

    /// <summary>
    /// Invited recently, paused, no rule applies to them now, enough people of their side were asked, or they start work only after the
    /// answers closed.
    /// </summary>
    NotTheirTurn,
}

/// <summary>
/// How many people one round did not invite, by reason; null where the count would be about too few people, or would reveal whom the rules
/// chose.
/// </summary>
internal sealed record LeftOutWeek(string Pool, LocalDate Monday, IReadOnlyList<CountRange?> Counts);

/// <summary>Reads how many people the latest rounds left out, by reason.</summary>
internal sealed class LeftOut(Database database, IOptions<FiguresOptions> options, TimeProvider clock)
{
    public const int WeeksShown = 4;

    private const string Calendar = Gathering.UnknownCalendar;

    public async Task<IReadOnlyList<LeftOutWeek>> ReadAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled)
        {
            return [];
        }

        var from = clock.GetCurrentInstant() - Duration.FromDays(7 * WeeksShown);
        var rounds = await database.ReadAsync(
            db => db.Rounds.Where(round => round.State != RoundState.Gathering && round.StartedAt >= from).ToListAsync(cancellationToken),
            cancellationToken);
        return [.. rounds.OrderBy(round => round.PoolId, StringComparer.Ordinal).ThenByDescending(round => round.Monday)
            .Select(round => new LeftOutWeek(round.PoolId, round.Monday, Counts(round)))];
    }

    private static List<CountRange?> Counts(Round round)
    {
        var people = round.Asked + round.NotAsked.Values.Sum();
        var counts = round.NotAsked.ToLookup(count => ReasonOf(count.Key), count => count.Value);
        return [.. Enum.GetValues<LeftOutReason>().Select(why =>
            round.IsSelective && DependsOnRules(why) ? null : new Aggregate().Ask(new RoundCount(people, counts[why].Sum())))];
    }

    // Calendars are read before any rule is applied.
    private static bool DependsOnRules(LeftOutReason why) => why is LeftOutReason.NobodyFits or LeftOutReason.NotTheirTurn;

    private static LeftOutReason? ReasonOf(string reason) =>
        reason is Calendar + nameof(ScheduleFailure.NoAccess) or Calendar + nameof(ScheduleFailure.TooMany) ? LeftOutReason.CalendarClosed
        : reason.StartsWith(Calendar, StringComparison.Ordinal) ? LeftOutReason.CalendarTrouble
        : reason is nameof(NotAskedReason.OtherSideIsSmall) ? LeftOutReason.NotTheirTurn
        : reason == PoolSides.NoSide || Enum.TryParse<NotAskedReason>(reason, out _) ? LeftOutReason.NobodyFits
        : Enum.TryParse<NudgeReason>(reason, out _) ? LeftOutReason.NotTheirTurn
        : null;
}
