using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Connections;
using TeamsConnectBot.Core.Connections;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Connections;

/// <summary>Someone Teams refuses messages to leaves what they are in, so that nobody waits for them.</summary>
internal sealed class Unreachable(Handshake handshake)
{
    private static readonly InvitationState[] GoingOn =
        [InvitationState.Planned, InvitationState.Sent, InvitationState.Yes, InvitationState.NotThisWeek, InvitationState.Paused, InvitationState.Settling];

    private static readonly ConnectionState[] Live = [ConnectionState.Settled, ConnectionState.Announced, ConnectionState.Moving];

    /// <summary>Takes someone out of every invitation and connection that is still going on.</summary>
    public async Task LeaveAsync(ConnectDb db, string personId, InvitationEvent happened, CancellationToken cancellationToken)
    {
        var invitations = await db.Invitations
            .Where(x => x.PersonId == personId && GoingOn.Contains(x.State)).ToListAsync(cancellationToken);
        foreach (var invitation in invitations)
        {
            await handshake.ApplyAsync(db, invitation, happened, cancellationToken);
        }

        var connections = await db.Connections.Include(row => row.Members)
            .Where(row => Live.Contains(row.State) && row.Members.Any(member => member.PersonId == personId && member.Coming)).ToListAsync(cancellationToken);
        foreach (var row in connections)
        {
            await handshake.ApplyAsync(db, row, ConnectionEvent.MemberLeft(personId), cancellationToken);
        }
    }
}
