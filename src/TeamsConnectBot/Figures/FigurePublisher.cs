using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Figures;

/// <summary>
/// Counts each closed week once for everyone, at night and in a fixed order, and stores what may be shown. The page shows stored counts
/// only, so a reader cannot learn more by choosing or repeating questions.
/// </summary>
internal sealed class FigurePublisher(Database database, PoolCatalogue pools, IOptions<FiguresOptions> options, TimeProvider clock)
{
    /// <summary>How many days after its end a week is counted, so that the answers to 'did you meet?' have arrived.</summary>
    public const int DaysAfterAWeek = 7;

    /// <summary>How many days the people behind a count are kept, as pseudonyms, to compare later counts with it.</summary>
    public const int DaysKept = 28;

    // The most useful view comes first, because each published count limits which others may follow.
    private static readonly AggregateView[] Order =
        [AggregateView.Met, AggregateView.Invited, AggregateView.SaidYes, AggregateView.NudgedMoreThanOnce];

    // If the rules of a round selected by private facts, the number of invitations would reveal how many people those apply to.
    private static readonly AggregateView[] OrderOfSelectiveRounds = [AggregateView.Met];

    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        var today = clock.GetCurrentInstant().InUtc().Date;
        var thisMonday = Week.Of(clock.GetCurrentInstant()).Monday;
        foreach (var pool in options.Value.Enabled ? pools.All : [])
        {
            for (var monday = thisMonday.PlusWeeks(-4); monday.PlusDays(7 + DaysAfterAWeek) <= today; monday = monday.PlusWeeks(1))
            {
                var week = monday;
                await database.WriteAsync(db => PublishAsync(db, pool.Id, week, today, cancellationToken), cancellationToken);
            }
        }

        await database.WriteAsync(db => ForgetAsync(db, today.PlusDays(-DaysKept), cancellationToken), cancellationToken);
    }

    /// <summary>Publishes a count that only a running round can make, if it is allowed.</summary>
    public async Task PublishAsync(ConnectDb db, AggregateQuery query, CancellationToken cancellationToken)
    {
        if (options.Value.Enabled)
        {
            Ask(db, query, await EarlierAsync(db, query.Audience, cancellationToken), clock.GetCurrentInstant().InUtc().Date);
        }
    }

    private async Task PublishAsync(ConnectDb db, string pool, LocalDate monday, LocalDate today, CancellationToken cancellationToken)
    {
        var earlier = await EarlierAsync(db, pool, cancellationToken);
        if (earlier.Any(publication => publication.Period == monday && Order.Contains(publication.View)))
        {
            return;
        }

        var week = await PoolWeek.ReadAsync(db, pool, monday, cancellationToken);
        if (week.People.Count < Aggregate.DefaultMinimum)
        {
            return;
        }

        var isSelective = await db.Rounds.AnyAsync(round => round.Monday == monday && round.IsSelective, cancellationToken);
        foreach (var view in isSelective ? OrderOfSelectiveRounds : Order)
        {
            Ask(db, new AggregateQuery(view, pool, monday, week.People, week.Counted[view]), earlier, today);
        }
    }

    private void Ask(ConnectDb db, AggregateQuery query, List<Publication> earlier, LocalDate today)
    {
        if (new Aggregate().Ask(query, earlier, today) is { IsNew: true, Published: { } published })
        {
            earlier.Add(published);
            db.Publications.Add(PublicationRow.From(clock.NewId(), published));
        }
    }

    private static async Task ForgetAsync(ConnectDb db, LocalDate before, CancellationToken cancellationToken)
    {
        var rows = await db.Publications.Where(row => row.People != null).ToListAsync(cancellationToken);
        foreach (var row in rows.Where(row => row.On < before))
        {
            (row.People, row.Counted) = (null, null);
        }
    }

    private static async Task<List<Publication>> EarlierAsync(ConnectDb db, string audience, CancellationToken cancellationToken)
    {
        var rows = await db.Publications.AsNoTracking().Where(row => row.Audience == audience && row.People != null)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.Read())];
    }
}
