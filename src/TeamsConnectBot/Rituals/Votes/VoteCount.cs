using System.Collections.Immutable;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Cards.Rituals;

namespace TeamsConnectBot.Rituals.Votes;

/// <summary>What votes come to. No number of them leaves here.</summary>
internal static class VoteCount
{
    // With fewer a result would tell somebody how another voted.
    private const int Quorum = 3;

    /// <param name="choices">Each vote.</param>
    /// <param name="members">How many could vote, as far as that matters: a chat of two decides with two.</param>
    public static ProposalState Of(IReadOnlyCollection<string> choices, int members)
    {
        if (choices.Count < Math.Min(Quorum, members) || choices.Count == 0)
        {
            return ProposalState.TooFew;
        }

        return choices.Count(choice => choice == Ballot.Yes) * 2 > choices.Count ? ProposalState.Passed : ProposalState.Rejected;
    }

    /// <summary>For each kind of task what most chose; what nobody leads in is for both, and what nobody chose is undecided.</summary>
    public static ImmutableArray<CharterChoice> Charter(IEnumerable<string> ballots, int tasks)
    {
        var votes = ballots.Select(ballot => ballot.Split(',')).ToList();
        return [.. Enumerable.Range(0, tasks).Select(task => Winner(votes.Select(vote => task < vote.Length ? vote[task] : "")))];
    }

    private static CharterChoice Winner(IEnumerable<string> votes)
    {
        var counts = votes.Select(vote => Enum.TryParse<CharterChoice>(vote, out var choice) ? choice : CharterChoice.Undecided)
            .Where(choice => choice != CharterChoice.Undecided).CountBy(choice => choice).OrderByDescending(pair => pair.Value).ToList();
        return counts switch
        {
            [] => CharterChoice.Undecided,
            [var first, var second, ..] when first.Value == second.Value => CharterChoice.Both,
            [var first, ..] => first.Key,
        };
    }
}
