using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Meetings;

/// <summary>Withdraws people who left or became unreachable, so that nobody waits for them.</summary>
internal sealed class Withdrawals(Handshake handshake, IEnumerable<LeaverStep> steps)
{
    private static readonly InvitationState[] Open =
    [
        InvitationState.Planned, InvitationState.Sent, InvitationState.Yes, InvitationState.NotThisWeek, InvitationState.Paused,
        InvitationState.Settling,
    ];

    private static readonly MeetingState[] Live = [MeetingState.Settled, MeetingState.Announced, MeetingState.Moving];

    /// <summary>Withdraws someone from every invitation and meeting that is still open.</summary>
    public async Task WithdrawAsync(ConnectDb db, string personId, InvitationEvent happened, CancellationToken cancellationToken)
    {
        foreach (var step in steps)
        {
            await step.LeaveAsync(db, personId, happened == InvitationEvent.Left, cancellationToken);
        }

        var invitations = await db.Invitations.Where(x => x.PersonId == personId && Open.Contains(x.State)).ToListAsync(cancellationToken);
        foreach (var invitation in invitations)
        {
            await handshake.ApplyAsync(db, invitation, happened, cancellationToken);
        }

        if (happened == InvitationEvent.Left)
        {
            await SeasonBook.DropAsync(db, personId, null, cancellationToken);
        }

        var connections = await db.Meetings.Include(row => row.Members)
            .Where(row => Live.Contains(row.State) && row.Members.Any(member => member.PersonId == personId && member.Coming))
            .ToListAsync(cancellationToken);
        foreach (var row in connections)
        {
            await handshake.ApplyAsync(db, row, MeetingEvent.MemberLeft(personId), cancellationToken);
        }
    }
}
