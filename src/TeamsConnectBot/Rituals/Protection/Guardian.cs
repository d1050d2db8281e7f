using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Votes;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Protection;

/// <summary>
/// Notices when a ritual sinks three times running, by who said on its card that they come; the team is then asked in secret
/// whether it still suits. No calendar is looked at.
/// </summary>
internal sealed class Guardian(TeamVotes votes)
{
    private const int InARow = 3;

    // Somebody's word that they come is enough to call it alive.
    private const int Company = 2;

    /// <summary>Counts a time that has passed, and asks the team when it was the third to sink.</summary>
    public async Task CountAsync(ConnectDb db, Rows.Occurrence occurrence, CancellationToken cancellationToken)
    {
        if (await db.Rituals.FindAsync([occurrence.RitualId], cancellationToken) is not { IsEnded: false } ritual
            || await db.Spaces.FindAsync([ritual.SpaceId], cancellationToken) is not { LostAt: null } space)
        {
            return;
        }

        var coming = await db.Coming.CountAsync(row => row.OccurrenceId == occurrence.Id, cancellationToken);
        ritual.SunkInARow = coming < Company ? ritual.SunkInARow + 1 : 0;
        if (ritual.SunkInARow < InARow)
        {
            return;
        }

        ritual.SunkInARow = 0;
        await votes.OpenPollAsync(db, space, ritual, cancellationToken);
    }
}
