using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Votes;

namespace TeamsConnectBot.Rituals.Protection;

/// <summary>
/// Notices when fewer than two people put their name on a ritual's card three times in a row. The team is then asked in a secret vote
/// whether the ritual still suits. No calendar is read.
/// </summary>
internal sealed class Guardian(TeamVotes votes)
{
    private const int FailureThreshold = 3;
    private const int FewestPeople = 2;

    /// <summary>Counts the names of an occurrence that is over, and opens the vote at the third failure in a row.</summary>
    public async Task CountAsync(ConnectDb db, Occurrence occurrence, CancellationToken cancellationToken)
    {
        if (await db.FindRitualAsync(occurrence.RitualId, cancellationToken) is not ({ IsEnded: false } ritual, { LostAt: null } space))
        {
            return;
        }

        var coming = await db.Coming.CountAsync(row => row.OccurrenceId == occurrence.Id, cancellationToken);
        ritual.SunkInARow = coming < FewestPeople ? ritual.SunkInARow + 1 : 0;
        if (ritual.SunkInARow >= FailureThreshold)
        {
            ritual.SunkInARow = 0;
            await votes.OpenPollAsync(db, space, ritual, cancellationToken);
        }
    }
}
