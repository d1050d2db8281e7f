using System.Collections.Immutable;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Votes;

/// <summary>Counts votes. Only the outcome leaves this class, never a number.</summary>
internal static class VoteCount
{
    /// <summary>With fewer votes, voters could tell from the outcome how others voted.</summary>
    public const int Quorum = 3;

    /// <param name="choices">The votes.</param>
    /// <param name="members">How many people could vote, up to the quorum: a chat of two decides with two votes.</param>
    public static ProposalState Of(IReadOnlyCollection<string> choices, int members) =>
        choices.Count < Math.Min(Quorum, members) || choices.Count == 0 ? ProposalState.TooFew
        : choices.Count(choice => choice == Ballot.Yes) * 2 > choices.Count ? ProposalState.Passed
        : ProposalState.Rejected;

    /// <summary>The choice of most voters for each task. A tie means both, and a task without votes is undecided.</summary>
    public static ImmutableArray<CharterChoice> Charter(IEnumerable<string> ballots, int tasks)
    {
        var votes = ballots.Select(ballot => ballot.Split(',')).ToList();
        return [.. Enumerable.Range(0, tasks).Select(task => Winner(votes.Select(vote => vote.ElementAtOrDefault(task))))];
    }

    private static CharterChoice Winner(IEnumerable<string?> votes)
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
