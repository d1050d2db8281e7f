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

    /// <summary>
    /// How many days the people behind a count are kept, as pseudonyms, to compare later counts with it. Of a pool's newest count of its
    /// kind, all whom it was about are kept until there is a newer one: the next may be about other people only if enough are.
    /// </summary>
    public const int DaysKept = 28;

    // The most useful view comes first, because each published count limits which others may follow.
    private static readonly AggregateView[] Order =
        [AggregateView.Met, AggregateView.Invited, AggregateView.SaidYes, AggregateView.NudgedMoreThanOnce];

    // If the rules of a round selected by private facts, the number of invitations would reveal how many people those apply to.
    private static readonly AggregateView[] OrderOfSelectiveRounds = [AggregateView.Met];

    private static readonly AggregateView[] AiWeekViews =
        [AggregateView.AiWeekMet, AggregateView.AiWeekAlone, AggregateView.OtherWeekMet, AggregateView.OtherWeekAlone];

    // Beside a count of which it is not kept who counted, there is less room for the other counts of that week.
    private const int WeeksBetweenUnnamed = 4;

    /// <summary>Whether this organisation publishes figures at all.</summary>
    public bool IsOn => options.Value.Enabled;

    /// <param name="compared">
    /// The weeks before this Monday are in a comparison of two rules, which was compared with the figures that there were then, so none is
    /// added; null when there is no such comparison.
    /// </param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public async Task PublishAsync(LocalDate? compared, CancellationToken cancellationToken)
    {
        var today = clock.GetCurrentInstant().InUtc().Date;
        var thisMonday = Week.Of(clock.GetCurrentInstant()).Monday;
        foreach (var pool in IsOn ? pools.All : [])
        {
            var first = LocalDate.Max(thisMonday.PlusWeeks(-4), compared ?? LocalDate.MinIsoValue);
            for (var monday = first; monday.PlusDays(7 + DaysAfterAWeek) <= today; monday = monday.PlusWeeks(1))
            {
                var week = monday;
                await database.WriteAsync(db => PublishAsync(db, pool.Id, week, today, cancellationToken), cancellationToken);
            }
        }

        await database.WriteAsync(db => ForgetAsync(db, today.PlusDays(-DaysKept), cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Publishes a count that only a running round can make, if it is allowed. It follows from calendars, so who counted is not stored, not
    /// even as pseudonyms.
    /// </summary>
    public async Task PublishUnnamedAsync(ConnectDb db, AggregateQuery query, CancellationToken cancellationToken)
    {
        var (pool, monday) = (query.Audience, query.Period!.Value);
        var earlier = await EarlierAsync(db, pool, monday, cancellationToken);
        if (!IsOn || IsTooSoon(earlier, pool, monday, query.View))
        {
            return;
        }

        if (new Aggregate().Ask(query, earlier, clock.GetCurrentInstant().InUtc().Date) is { IsNew: true, Published: { } published })
        {
            db.Publications.Add(PublicationRow.WithoutCounted(clock.NewId(), published));
        }
    }

    /// <summary>
    /// Publishes, at the end of a week, how many had company in it after an AI-heavy week and after another week, if that is allowed. The
    /// week's other counts are then made at the same moment and never again. So who had an AI-heavy week need not be stored, not even as
    /// pseudonyms: no later count of that week has to be compared with it.
    /// </summary>
    public async Task PublishAiWeekAsync(
        ConnectDb db, string pool, LocalDate monday, AiWeekPeople people, CancellationToken cancellationToken)
    {
        var earlier = await EarlierAsync(db, pool, monday, cancellationToken);
        if (!IsOn || IsCounted(earlier, pool, monday) || IsTooSoon(earlier, pool, monday, AiWeekViews))
        {
            return;
        }

        var today = clock.GetCurrentInstant().InUtc().Date;
        var week = await PoolWeek.ReadAsync(db, pool, monday, cancellationToken);
        var counted = people.By(week.Counted[AggregateView.Met]);
        var fresh = new Aggregate().AskTogether(
            [.. AiWeekViews.Select(view => new AggregateQuery(view, pool, monday, week.People, counted[view]))], earlier, today);
        if (fresh.IsEmpty)
        {
            return;
        }

        earlier.AddRange(fresh);
        db.Publications.AddRange(fresh.Select(published => PublicationRow.WithoutCounted(clock.NewId(), published)));
        await AskAllAsync(db, pool, week, monday, earlier, today, cancellationToken);
    }

    private async Task PublishAsync(ConnectDb db, string pool, LocalDate monday, LocalDate today, CancellationToken cancellationToken)
    {
        var earlier = await EarlierAsync(db, pool, monday, cancellationToken);
        if (IsCounted(earlier, pool, monday))
        {
            return;
        }

        var week = await PoolWeek.ReadAsync(db, pool, monday, cancellationToken);
        if (week.People.Count >= Aggregate.DefaultMinimum)
        {
            await AskAllAsync(db, pool, week, monday, earlier, today, cancellationToken);
        }
    }

    private static bool IsCounted(List<Publication> earlier, string pool, LocalDate monday) => earlier.Exists(publication =>
        publication.Audience == pool && publication.Period == monday
        && (Order.Contains(publication.View) || AiWeekViews.Contains(publication.View)));

    private static bool IsTooSoon(List<Publication> earlier, string pool, LocalDate monday, params AggregateView[] views) =>
        earlier.Exists(publication => publication.Audience == pool && views.Contains(publication.View)
            && publication.Period > monday.PlusWeeks(-WeeksBetweenUnnamed));

    private async Task AskAllAsync(
        ConnectDb db, string pool, PoolWeek week, LocalDate monday, List<Publication> earlier, LocalDate today,
        CancellationToken cancellationToken)
    {
        // The figures about invitations count those of every pool's round to the people of this one.
        var isSelective = await db.Rounds.AnyAsync(
            round => round.Monday == monday && round.IsSelective && (round.PoolId == pool || db.Invitations.Any(row =>
                row.RoundId == round.Id && row.SentAt != null
                && db.Participants.Any(person => person.PersonId == row.PersonId && person.PoolId == pool))),
            cancellationToken);
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

    private async Task ForgetAsync(ConnectDb db, LocalDate before, CancellationToken cancellationToken)
    {
        var rows = await db.Publications.Where(row => row.People != null).ToListAsync(cancellationToken);
        foreach (var views in rows.GroupBy(row => (row.Audience, row.View)))
        {
            var isContinued = IsOn && pools.All.Any(pool => pool.Id == views.Key.Audience);
            var newest = isContinued ? views.MaxBy(row => (row.On, row.Period)) : null;
            foreach (var row in views.Where(row => row.On < before))
            {
                (row.People, row.Counted) = (row == newest ? row.People : null, null);
            }
        }
    }

    // The same people can be in several pools, so counts of all pools about that week are compared.
    private static async Task<List<Publication>> EarlierAsync(
        ConnectDb db, string pool, LocalDate monday, CancellationToken cancellationToken)
    {
        var rows = await db.Publications.AsNoTracking()
            .Where(row => (row.Audience == pool || row.Period == monday) && row.People != null).ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.Read())];
    }
}
