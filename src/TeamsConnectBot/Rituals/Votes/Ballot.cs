using System.Security.Cryptography;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Votes;

/// <summary>
/// Casts votes: one per person, which can be changed until the vote closes. A voter is stored as a keyed hash. The key and the votes are
/// deleted when the vote ends, so that no vote can be traced to a person.
/// </summary>
internal static class Ballot
{
    public const string Yes = "yes";
    public const string No = "no";

    private const int KeyBytes = 32;

    public static string NewKey() => Convert.ToHexString(RandomNumberGenerator.GetBytes(KeyBytes));

    public static async Task CastAsync(ConnectDb db, Proposal proposal, string personId, string choice, CancellationToken cancellationToken)
    {
        var key = proposal.BallotKey ?? throw new InvalidOperationException("The vote has ended.");
        var voter = KeyedHash.Of(personId, Convert.FromHexString(key));
        if (await db.Votes.FindAsync([proposal.Id, voter], cancellationToken) is { } vote)
        {
            vote.Choice = choice;
            return;
        }

        db.Votes.Add(new Vote { ProposalId = proposal.Id, Voter = voter, Choice = choice });
    }
}
