using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Connections;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Experiments;
using TeamsConnectBot.Data;
using TeamsConnectBot.Figures;
using TeamsConnectBot.Rules.Book;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rules.Experiments;

/// <summary>
/// Counts the newest trial in steps, at night, and keeps what was counted: the page shows only that, so looking before and after
/// an answer shows the same. A step is made of closed weeks, and only when both sides grew by a group large enough to be counted
/// by itself: what two steps differ by is such a group, and never a few people. A closed week is looked at once and what was counted
/// is not counted again, so an answer that comes late, or a person who leaves, changes nothing.
/// </summary>
internal sealed class ExperimentPublisher(Database database, RuleBook book, IOptions<FiguresOptions> figures, TimeProvider clock)
{
    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        // The first week that is still open.
        var until = Week.Of(clock.GetCurrentInstant()).Monday.PlusDays(-FigurePublisher.DaysAfterAWeek);
        if (!figures.Value.Enabled
            || await database.ReadAsync(db => Newest(db).FirstOrDefaultAsync(cancellationToken), cancellationToken) is not { } newest
            || newest.ConsideredUntil >= until)
        {
            return;
        }

        var minimum = await MinimumAsync(newest, cancellationToken);
        await database.WriteAsync(db => PublishAsync(db, newest.Id, until, minimum, cancellationToken), cancellationToken);
    }

    internal static IQueryable<ExperimentRow> Newest(ConnectDb db) => db.Trials.OrderByDescending(row => row.StartedAt);

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
        var rest = Side.Of(weeks.Where(row => row.Version is null));

        // The week's published counts cover the rest too: taken from them, both sides must leave nobody, or a group as large.
        if (!one.IsLargeEnough(minimum) || !other.IsLargeEnough(minimum) || !(rest.People == 0 || rest.IsLargeEnough(minimum)))
        {
            return;
        }

        trial.CountedUntil = until;
        (trial.OneInvitations, trial.OneMet) = (trial.OneInvitations + one.Counted.Invitations, trial.OneMet + one.Counted.Met);
        (trial.OtherInvitations, trial.OtherMet) = (trial.OtherInvitations + other.Counted.Invitations, trial.OtherMet + other.Counted.Met);
    }

    /// <summary>Everybody asked in the closed weeks that were not counted yet, by the trial or not.</summary>
    private static async Task<List<Asked>> AskedAsync(ConnectDb db, ExperimentRow trial, LocalDate until, CancellationToken cancellationToken)
    {
        var (from, end) = (trial.StartedAt, trial.EndedAt ?? Instant.MaxValue);

        // Cards go out in the round's week or a few days before it.
        var since = (trial.CountedUntil?.AtMidnight().InUtc().ToInstant() ?? from) - Duration.FromDays(14);
        var rows = await db.Invitations.Where(row => row.SentAt >= since).Select(row => new
        {
            row.PersonId,
            row.Monday,
            IsOfTrial = row.RuleId == trial.RuleId && row.SentAt >= from && row.AnswersUntil <= end,
            row.RuleNumber,
            Met = db.Members.Any(member => member.ConnectionId == row.ConnectionId && member.PersonId == row.PersonId
                && (member.Answer == MemberAnswer.Met || member.Answer == MemberAnswer.AgainPlease)),
        }).ToListAsync(cancellationToken);
        bool IsOnASide(int? number) => number == trial.One || number == trial.Other;
        var first = trial.CountedUntil ?? rows.Where(row => row.IsOfTrial).Select(row => row.Monday).DefaultIfEmpty(until).Min();
        return [.. rows.Where(row => row.Monday >= first && row.Monday < until)
            .Select(row => new Asked(row.PersonId, row.IsOfTrial && IsOnASide(row.RuleNumber) ? row.RuleNumber : null, row.Met))];
    }

    private async Task<int> MinimumAsync(ExperimentRow trial, CancellationToken cancellationToken)
    {
        var one = await book.VersionAsync(trial.RuleId, trial.One, cancellationToken);
        var other = await book.VersionAsync(trial.RuleId, trial.Other, cancellationToken);
        return new[] { one, other }.OfType<Rule>().Select(rule => rule.GroupMinimum).Append(Core.Insights.Aggregate.LeastChange).Max();
    }

    private sealed record Asked(string PersonId, int? Version, bool Met);

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
