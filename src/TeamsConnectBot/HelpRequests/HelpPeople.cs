using System.Collections.Immutable;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Data;
using TeamsConnectBot.DoNotMatch;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Time;
using TeamsConnectBot.Wording;

namespace TeamsConnectBot.HelpRequests;

/// <summary>Who wants to be asked for help. Each answer is used for one decision and never stored or counted for anybody.</summary>
internal sealed class HelpPeople(Database database, GraphDirectory directory, DoNotMatchList wishes, HelpHosts hosts, TimeProvider clock)
{
    // So many reports of one manager among those who want to be asked are no pool any more.
    private const int MostLookedUp = 60;

    /// <summary>
    /// Everybody in the pool but its host who wants to be asked about this, takes part and lets their free time be read; without their
    /// managers, which only the directory knows.
    /// </summary>
    public Task<List<HelpCandidate>> FindAsync(HelpRequestRow row, CancellationToken cancellationToken) =>
        database.ReadAsync(db => FindAsync(db, row, cancellationToken), cancellationToken);

    /// <summary>
    /// Whether enough people besides the asker could be asked at all, whatever their calendars say today. Wishes not to meet somebody do
    /// not count: the card says to whom the question goes, and whoever compares it with yesterday's or a colleague's would learn of one.
    /// </summary>
    /// <exception cref="GraphUnavailableException">The directory gave no usable answer.</exception>
    public async Task<bool> AreEnoughAsync(HelpRequestRow row, CancellationToken cancellationToken)
    {
        var withoutManager = new HelperChoice(row.PersonId, null, row.Language, []);
        var known = (await FindAsync(row, cancellationToken)).Where(withoutManager.CouldAsk).ToList();
        if (known.Count < HelperChoice.LeastPeople)
        {
            return false;
        }

        var asker = await directory.FindAsync(row.PersonId, cancellationToken);
        var choice = new HelperChoice(row.PersonId, asker?.ManagerId, row.Language, []);
        var found = 0;
        foreach (var candidate in known.Take(MostLookedUp))
        {
            found += await directory.FindAsync(candidate.Id, cancellationToken) is { Enabled: true } entry
                && choice.CouldAsk(candidate with { ManagerId = entry.ManagerId }) ? 1 : 0;
            if (found >= HelperChoice.LeastPeople)
            {
                return true;
            }
        }

        return false;
    }

    public Task<ImmutableHashSet<PersonPair>> DoNotMatchAsync(CancellationToken cancellationToken) => wishes.PairsAsync(cancellationToken);

    private async Task<List<HelpCandidate>> FindAsync(ConnectDb db, HelpRequestRow row, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var people = await (
            from helper in db.Set<HelperRow>()
            join person in db.Participants on helper.PersonId equals person.PersonId
            where person.PoolId == row.PoolId && person.JoinedAt != null && person.GapsAllowedAt != null
            select new { person, helper }).ToListAsync(cancellationToken);
        return [.. from one in people
                   where one.helper.IsOn && one.person.IsActiveAt(now) && !hosts.IsHost(row.PoolId, one.person.PersonId)
                   select new HelpCandidate
                   {
                       Id = one.person.PersonId,
                       Languages = one.person.Preferences.Languages is { Length: > 0 } spoken ? [.. spoken] : [one.person.Language],
                       FitsTopic = one.helper.Topics.Any(topic => TopicMatch.Fits(topic, row.Words)),
                       Anything = one.helper.Anything,
                       LastAskedAt = one.helper.LastAskedAt,
                       Silences = one.helper.Silences,
                   }];
    }
}
