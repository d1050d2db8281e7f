using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Core.Rules;

/// <summary>How much a contact would help a person now, and why. It decides the order; it never excludes anyone.</summary>
/// <param name="Score">0 … 1000.</param>
/// <param name="Facts">The facts that add to the score, the largest first; kept with the decision and shown under 'Why this?'.</param>
public sealed record Need(int Score, ImmutableArray<NeedFact> Facts)
{
    private const int Highest = 1000;
    private const int TurnsForAll = 3;
    private const int RemoteDaysForAll = 5;

    /// <summary>Computes the need of one participant. Negative numbers count as 0.</summary>
    public static Need Of(NeedInput input, NeedWeights weights)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(weights);
        var facts = All(input, weights).Where(fact => fact.Points > 0).OrderByDescending(fact => fact.Points).ThenBy(fact => fact.Kind);
        return new Need(Math.Min(Highest, facts.Sum(fact => fact.Points)), [.. facts]);
    }

    private static IEnumerable<NeedFact> All(NeedInput input, NeedWeights weights)
    {
        yield return input.DaysSinceContact is { } days
            ? new(NeedFactKind.DaysSinceContact, days, Share(weights.Contact, days, weights.ContactDays))
            : new(NeedFactKind.NoContactYet, 0, weights.Contact);
        yield return input.AiUse is { } band
            ? new(NeedFactKind.AiUse, (int)band, BandPoints(weights, band))
            : new(NeedFactKind.NoAiUseKnown, 0, BandPoints(weights, weights.UnknownStandsFor));
        yield return new(NeedFactKind.TurnsLeftOut, input.TurnsLeftOut, Share(weights.TurnsLeftOut, input.TurnsLeftOut, TurnsForAll));
        if (input.DaysSinceJoining is { } sinceJoining && sinceJoining < weights.NewcomerDays)
        {
            yield return new(NeedFactKind.Newcomer, sinceJoining, weights.Newcomer);
        }

        yield return new(NeedFactKind.RemoteDays, input.RemoteDays, Share(weights.Remote, input.RemoteDays, RemoteDaysForAll));
        if (input.AskedForIt)
        {
            yield return new(NeedFactKind.OwnRequest, 1, weights.OwnRequest);
        }
    }

    private static int BandPoints(NeedWeights weights, AiUseBand band) => Share(weights.AiUse, (int)band, (int)AiUseBand.NearlyEveryDay);

    private static int Share(int points, int value, int valueForAll) => points * Math.Clamp(value, 0, valueForAll) / valueForAll;
}
