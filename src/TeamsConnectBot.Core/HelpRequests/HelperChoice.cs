using TeamsConnectBot.Core.Matching;

namespace TeamsConnectBot.Core.HelpRequests;

/// <summary>Who is asked for help.</summary>
/// <param name="askerId">The Entra object id of whoever asks.</param>
/// <param name="askerManagerId">The id of their manager; null when they have none.</param>
/// <param name="language">The language in which they want to talk, as a two-letter code.</param>
/// <param name="doNotMatch">Pairs of people of whom at least one would rather not meet the other.</param>
public sealed class HelperChoice(
    string askerId, string? askerManagerId, string language, ImmutableHashSet<PersonPair> doNotMatch)
{
    /// <summary>The most people who are asked at a time.</summary>
    public const int MostAtOnce = 3;

    /// <summary>
    /// How many people besides the asker must be able to be asked. With fewer, being asked, or not, would say too much about them.
    /// </summary>
    public const int LeastPeople = 10;

    /// <summary>
    /// Whether somebody could be asked at all, whatever their calendar and whenever they were last asked: nobody is asked by their manager
    /// or their report, by themselves, or by somebody whom one of the two would rather not meet.
    /// </summary>
    public bool CouldAsk(HelpCandidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return !Same(candidate.Id, askerId)
            && !Same(candidate.Id, askerManagerId)
            && !Same(candidate.ManagerId, askerId)
            && (candidate.FitsTopic || candidate.Anything)
            && candidate.Languages.Contains(language)
            && !doNotMatch.Contains(new PersonPair(askerId, candidate.Id));
    }

    /// <summary>Whether somebody may be asked now.</summary>
    public bool MayAsk(HelpCandidate candidate, Instant now) =>
        CouldAsk(candidate) && HelpAllowance.Allows(candidate.LastAskedAt, candidate.Silences, now);

    /// <summary>
    /// All who may be asked, in the order in which they are: whoever was asked least recently comes first, those with a fitting topic and
    /// the others taking turns (two to one), so that any few of them from the front are mixed.
    /// </summary>
    /// <param name="candidates">Everybody who wants to be asked.</param>
    /// <param name="now">The present.</param>
    /// <param name="seed">Decides ties.</param>
    public ImmutableArray<HelpCandidate> Order(IEnumerable<HelpCandidate> candidates, Instant now, int seed)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var random = new SplitMix64((ulong)seed);
        var drawn = candidates.Where(candidate => MayAsk(candidate, now)).OrderBy(candidate => candidate.Id, StringComparer.Ordinal)
            .Select(candidate => (Candidate: candidate, Draw: random.Next())).OrderBy(one => one.Candidate.LastAskedAt ?? Instant.MinValue)
            .ThenBy(one => one.Draw).Select(one => one.Candidate).ToLookup(candidate => candidate.FitsTopic);
        var (fitting, others) = (new Queue<HelpCandidate>(drawn[true]), new Queue<HelpCandidate>(drawn[false]));
        var order = ImmutableArray.CreateBuilder<HelpCandidate>(fitting.Count + others.Count);
        while (fitting.Count + others.Count > 0)
        {
            var turn = order.Count % MostAtOnce < MostAtOnce - 1 ? fitting : others;
            order.Add((turn.Count > 0 ? turn : turn == fitting ? others : fitting).Dequeue());
        }

        return order.ToImmutable();
    }

    /// <summary>
    /// One wave out of people who may be asked and are free: three at most, fitting topics first, but never only those while there is
    /// anybody else.
    /// </summary>
    /// <param name="free">People in the order of <see cref="Order"/>.</param>
    public static ImmutableArray<HelpCandidate> Wave(IReadOnlyCollection<HelpCandidate> free)
    {
        ArgumentNullException.ThrowIfNull(free);
        var fitting = free.Where(candidate => candidate.FitsTopic).Take(MostAtOnce).ToList();
        var others = free.Where(candidate => !candidate.FitsTopic).Take(MostAtOnce).ToList();
        var ofFitting = Math.Min(fitting.Count, others.Count > 0 ? MostAtOnce - 1 : MostAtOnce);
        return [.. fitting.Take(ofFitting), .. others.Take(MostAtOnce - ofFitting)];
    }

    /// <summary>Whether reading more calendars could still change the wave.</summary>
    /// <param name="free">Those found to be free so far.</param>
    /// <param name="rest">Those whose calendars were not read yet.</param>
    public static bool IsComplete(IReadOnlyCollection<HelpCandidate> free, IReadOnlyCollection<HelpCandidate> rest)
    {
        ArgumentNullException.ThrowIfNull(free);
        ArgumentNullException.ThrowIfNull(rest);
        return rest.Count == 0
            || (free.Count >= MostAtOnce
                && (free.Any(candidate => !candidate.FitsTopic) || rest.All(candidate => candidate.FitsTopic))
                && (free.Any(candidate => candidate.FitsTopic) || rest.All(candidate => !candidate.FitsTopic)));
    }

    // Exchange and the directory may write an id in other capitals.
    private static bool Same(string? one, string? other) =>
        one is not null && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
