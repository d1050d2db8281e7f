using System.Collections.Immutable;
using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.HelpRequests;

/// <summary>Somebody who is asked now.</summary>
/// <param name="Helper">Who, as read just now.</param>
/// <param name="Asker">By whom, as read just now.</param>
/// <param name="SendAt">A moment in their working hours.</param>
/// <param name="Starts">When they could help.</param>
internal sealed record AskedHelper(PersonSnapshot Helper, PersonSnapshot Asker, Instant SendAt, IReadOnlyList<Instant> Starts)
{
    public string PersonId => Helper.Participant.PersonId;
}

/// <summary>Finds who is asked in a wave, and for which moments. A few calendars are read at a time, until there are enough.</summary>
internal sealed class HelpWaves(HelpPeople people, Gathering gathering, PoolCatalogue pools, HelpSeeds seeds, TimeProvider clock)
{
    // With the asker eight, whose directory entries are read one by one and not as a whole group.
    private const int AtOnce = 7;

    // If so many are busy, nobody else's calendar is looked at for this question.
    private const int MostRead = 8 * AtOnce;

    /// <param name="row">The question.</param>
    /// <param name="busy">Whom it, or another question, is asking already.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <exception cref="GraphUnavailableException">The calendars could not be read, or not that of whoever asks.</exception>
    public async Task<IReadOnlyList<AskedHelper>> ChooseAsync(
        HelpRequestRow row, ImmutableHashSet<string> busy, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var doNotMatch = await people.DoNotMatchAsync(cancellationToken);
        var seed = await seeds.OfAsync(row.Id, $"wave {row.WavesSent}", cancellationToken);
        var candidates = (await people.FindAsync(row, cancellationToken)).Where(candidate => !busy.Contains(candidate.Id));

        // In this order it is not known yet who is whose manager; that is checked below.
        var rest = new HelperChoice(row.PersonId, null, row.Language, doNotMatch).Order(candidates, now, seed).ToList();
        var free = new List<HelpCandidate>();
        var found = new Dictionary<string, AskedHelper>(StringComparer.Ordinal);
        for (var read = 0; read < MostRead && !HelperChoice.IsComplete(free, rest); read += AtOnce)
        {
            var some = rest.Take(AtOnce).ToList();
            rest.RemoveRange(0, some.Count);
            await foreach (var (candidate, asked) in FreeOfAsync(row, some, doNotMatch, now, cancellationToken))
            {
                free.Add(candidate);
                found[candidate.Id] = asked;
            }
        }

        return [.. HelperChoice.Wave(free).Select(candidate => found[candidate.Id])];
    }

    private async IAsyncEnumerable<(HelpCandidate Candidate, AskedHelper Asked)> FreeOfAsync(
        HelpRequestRow row, List<HelpCandidate> some, ImmutableHashSet<PersonPair> doNotMatch, Instant now,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pool = pools.Find(row.PoolId);
        var byWeek = new Dictionary<Week, Dictionary<string, PersonSnapshot>>();
        foreach (var part in Week.PartsOf(new Interval(now, Instant.Max(now, row.Deadline))))
        {
            var read = await gathering.RereadAsync(
                pool, [.. some.Select(candidate => candidate.Id), row.PersonId], part, requireCalendars: true, cancellationToken);
            var week = Week.Of(part.Start);
            byWeek[week] = read.People.ToDictionary(person => person.Member.Id, StringComparer.OrdinalIgnoreCase);
            if (!byWeek[week].ContainsKey(row.PersonId))
            {
                // Unknown is never free: nobody is asked for a moment that may not suit whoever asks. One calendar is no outage of Graph.
                throw new GraphUnavailableException(GraphFailure.Unreadable, "the calendar of whoever asks");
            }
        }

        if (byWeek.Count == 0)
        {
            yield break;
        }

        var thisWeek = byWeek[byWeek.Keys.MinBy(week => week.Monday)];
        var asker = thisWeek[row.PersonId];
        var choice = new HelperChoice(row.PersonId, asker.Entry.ManagerId, row.Language, doNotMatch);
        foreach (var candidate in some)
        {
            if (thisWeek.GetValueOrDefault(candidate.Id) is { Entry.Enabled: true } helper
                && choice.MayAsk(candidate with { ManagerId = helper.Entry.ManagerId }, now)
                && AskedOf(row, pool, (helper, asker), byWeek, now) is { } asked)
            {
                yield return (candidate, asked);
            }
        }
    }

    private static AskedHelper? AskedOf(
        HelpRequestRow row, PoolOptions pool, (PersonSnapshot Helper, PersonSnapshot Asker) both,
        Dictionary<Week, Dictionary<string, PersonSnapshot>> byWeek, Instant now)
    {
        var helper = both.Helper;
        var limits = new NudgeLimits
        {
            Hours = helper.Hours, Reported = UsualHours.Narrowing(helper.Participant.Preferences, helper.Hours.Zone),
            Holidays = helper.DaysOff, QuietHours = DailyHours.Parse(pool.QuietHours),
        };
        if (SendingWindow.Next(now, limits) is not { } sendAt || sendAt >= row.HearsBy
            || sendAt + HelpRequestTimes.Notice >= row.Deadline)
        {
            return null;
        }

        var free = byWeek.Where(week => week.Value.ContainsKey(helper.Member.Id)).ToDictionary(
            week => week.Key,
            week => week.Value[helper.Member.Id].Member.Free.And(week.Value[row.PersonId].Member.Free));
        var starts = HelpSlots.Choose(
            free, row.Minutes, new Interval(sendAt + HelpRequestTimes.Notice, row.Deadline), row.HearsBy!.Value);
        return starts.Length == 0 ? null : new AskedHelper(helper, both.Asker, sendAt, starts);
    }
}
