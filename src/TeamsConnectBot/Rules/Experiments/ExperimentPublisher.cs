using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Core.Rules.Experiments;
using TeamsConnectBot.Data;
using TeamsConnectBot.Figures;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rules.Experiments;

/// <summary>
/// Counts the newest trial in steps, at night, and stores the counts. The page shows stored counts only, so a reader cannot see the effect
/// of a single answer. A step consists of closed weeks, and happens only when both versions gained a group large enough to be counted by
/// itself; so two steps differ by such a group, never by a few people. Each closed week is considered once, and as the weekly figures
/// counted it, so late answers change nothing; a week of which somebody has left since it was in the figures is left out.
/// </summary>
internal sealed class ExperimentPublisher(Database database, RuleStore store, IOptions<FiguresOptions> figures, TimeProvider clock)
{
    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        // The Monday of the first week that is not closed yet.
        var until = Week.Of(clock.GetCurrentInstant()).Monday.PlusDays(-FigurePublisher.DaysAfterAWeek);
        if (!figures.Value.Enabled || await NewestAsync(database, cancellationToken) is not { } newest || newest.ConsideredUntil >= until)
        {
            return;
        }

        var minimum = await MinimumAsync(newest, cancellationToken);
        await database.WriteAsync(db => PublishAsync(db, newest.Id, until, minimum, cancellationToken), cancellationToken);
    }

    /// <summary>The weeks before this Monday are in a step of a trial, where there is one.</summary>
    public async Task<LocalDate?> CountedUntilAsync(CancellationToken cancellationToken) => (await database.ReadAsync(
        db => db.Trials.Select(row => row.CountedUntil).ToListAsync(cancellationToken), cancellationToken)).Max();

    internal static Task<ExperimentRow?> NewestAsync(Database database, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.Trials.OrderByDescending(row => row.StartedAt).FirstOrDefaultAsync(cancellationToken), cancellationToken);

    private static async Task PublishAsync(ConnectDb db, Guid id, LocalDate until, int minimum, CancellationToken cancellationToken)
    {
        var trial = await db.Trials.SingleAsync(row => row.Id == id, cancellationToken);
        if (trial.ConsideredUntil >= until)
        {
            return;
        }

        trial.ConsideredUntil = until;
        var weeks = await AskedAsync(db, trial, until, cancellationToken);
        var (one, other) = (Side.Of(weeks.Where(row => row.Version == trial.One)), Side.Of(weeks.Where(row => row.Version == trial.Other)));

        // Subtracting both versions from the weekly figures of any pool must leave nobody, or a group that is large enough.
        if (!one.IsLargeEnough(minimum) || !other.IsLargeEnough(minimum) || !Differences(weeks).All(side => side.IsLargeEnough(minimum)))
        {
            return;
        }

        var earlier = trial.StepsSoFar();
        trial.CountedUntil = until;
        (trial.OneInvitations, trial.OneMet) = (trial.OneInvitations + one.Counted.Invitations, trial.OneMet + one.Counted.Met);
        (trial.OtherInvitations, trial.OtherMet) = (trial.OtherInvitations + other.Counted.Invitations, trial.OtherMet + other.Counted.Met);

        // Each step was shown when it was made, so keeping them tells nothing that was not told.
        trial.Steps = [.. earlier, new TrialStep(until, trial.OneInvitations, trial.OneMet, trial.OtherInvitations, trial.OtherMet)];
    }

    /// <summary>Everybody invited in the closed weeks that were not counted yet, by the trial or by another rule.</summary>
    private static async Task<List<Asked>> AskedAsync(
        ConnectDb db, ExperimentRow trial, LocalDate until, CancellationToken cancellationToken)
    {
        var (from, end) = (trial.StartedAt, trial.EndedAt ?? Instant.MaxValue);

        // Invitations are sent in the round's week or a few days before it.
        var since = (trial.CountedUntil?.AtMidnight().InUtc().ToInstant() ?? from) - Duration.FromDays(14);
        var rows = await db.Invitations.Where(row => row.SentAt >= since).Select(row => new
        {
            row.PersonId, row.Monday, row.RuleNumber,
            Pools = new Pools(
                db.Rounds.Where(round => round.Id == row.RoundId).Select(round => round.PoolId).FirstOrDefault(),
                db.Participants.Where(person => person.PersonId == row.PersonId).Select(person => person.PoolId).FirstOrDefault()),
            IsOfTrial = row.RuleId == trial.RuleId && row.SentAt >= from && row.AnswersUntil <= end,
            Met = db.Members.Any(member => member.PersonId == row.PersonId
                && db.Meetings.Any(meeting => meeting.Id == member.ConnectionId && meeting.RoundId == row.RoundId)
                && (member.Answer == MemberAnswer.Met || member.Answer == MemberAnswer.AgainPlease
                    || member.Answer == MemberAnswer.ThreeTimes)),
        }).ToListAsync(cancellationToken);
        bool IsOnASide(int? number) => number == trial.One || number == trial.Other;
        var first = trial.CountedUntil ?? rows.Where(row => row.IsOfTrial).Select(row => row.Monday).DefaultIfEmpty(until).Min();
        var figures = await WeeksInFigures.ReadAsync(db, first, cancellationToken);
        return [.. rows.Where(row => row.Monday >= first && row.Monday < until).GroupBy(row => row.Monday)
            .Where(week => figures.IsComparable(week.Key, week.Select(row => row.PersonId)))
            .SelectMany(week => week)
            .Select(row => (Row: row, Met: figures.Met(row.Monday, row.Pools.OfRound, row.PersonId)))
            .Select(one => new Asked(
                one.Row.PersonId, one.Row.Pools, one.Row.IsOfTrial && IsOnASide(one.Row.RuleNumber) ? one.Row.RuleNumber : null,
                one.Met ?? one.Row.Met, figures.CountsInvitation(one.Row.Monday, one.Row.PersonId), one.Met is not null))];
    }

    /// <summary>
    /// What subtracting would leave. The figures are about the people of one pool: those about invitations count every round, and those
    /// about meetings the pool's own round only. They may have people that the trial has not, whom another rule invited, and the trial
    /// people that they have not: who joined since, is of another pool, or was invited in a week without figures.
    /// </summary>
    private static IEnumerable<Side> Differences(List<Asked> weeks)
    {
        var pools = weeks.Where(row => row.Version is not null).SelectMany(row => row.Pools.All).ToHashSet();
        var rest = weeks.FindAll(row => row.Version is null && row.Pools.All.Any(pools.Contains));
        var trial = weeks.FindAll(row => row.Version is not null);
        List<Asked> Unshown(Predicate<Asked> isShown) => trial.Exists(isShown) ? trial.FindAll(row => !isShown(row)) : [];
        return new[]
        {
            rest, rest.FindAll(row => row.InvitationShown), rest.FindAll(row => row.MetShown),
            Unshown(row => row.InvitationShown), Unshown(row => row.MetShown),
        }.SelectMany(some => some.GroupBy(row => row.Pools)).Select(Side.Of);
    }

    private async Task<int> MinimumAsync(ExperimentRow trial, CancellationToken cancellationToken)
    {
        var one = await store.VersionAsync(trial.RuleId, trial.One, cancellationToken);
        var other = await store.VersionAsync(trial.RuleId, trial.Other, cancellationToken);
        return Math.Max(Core.Insights.Aggregate.LeastChange, Math.Max(one?.GroupMinimum ?? 0, other?.GroupMinimum ?? 0));
    }

    private readonly record struct Pools(string? OfRound, string? OfPerson)
    {
        public IEnumerable<string> All => new[] { OfRound, OfPerson }.OfType<string>();
    }

    /// <param name="InvitationShown">Whether the weekly figure about invitations is about them too.</param>
    /// <param name="MetShown">Whether the one about meetings is.</param>
    private sealed record Asked(string PersonId, Pools Pools, int? Version, bool Met, bool InvitationShown, bool MetShown);

    private readonly record struct Side(ExperimentVariant Counted, int People)
    {
        public static Side Of(IEnumerable<Asked> some)
        {
            var all = some.ToList();
            return new Side(new ExperimentVariant(all.Count, all.Count(row => row.Met)), all.DistinctBy(row => row.PersonId).Count());
        }

        public bool IsLargeEnough(int minimum) => Counted.IsLargeEnough(People, minimum);
    }
}
