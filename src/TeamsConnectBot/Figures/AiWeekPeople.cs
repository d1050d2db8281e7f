using System.Collections.Immutable;
using TeamsConnectBot.Core.Insights;

namespace TeamsConnectBot.Figures;

/// <summary>
/// The participants of a pool, as pseudonyms, by how much they worked with AI in a week. Whoever did not allow a band, or of whom too
/// little is known, is in neither. Held in memory only while counting.
/// </summary>
/// <param name="Heavy">Those for whom it was an AI-heavy week.</param>
/// <param name="Other">Those for whom it was not.</param>
internal sealed record AiWeekPeople(ImmutableHashSet<string> Heavy, ImmutableHashSet<string> Other)
{
    /// <summary>Who counts in each view, given who met in the week after it.</summary>
    public Dictionary<AggregateView, ImmutableHashSet<string>> By(ImmutableHashSet<string> met) => new()
    {
        [AggregateView.AiWeekMet] = Heavy.Intersect(met),
        [AggregateView.AiWeekAlone] = Heavy.Except(met),
        [AggregateView.OtherWeekMet] = Other.Intersect(met),
        [AggregateView.OtherWeekAlone] = Other.Except(met),
    };
}
