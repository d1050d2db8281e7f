using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Participants;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Meetings;

/// <summary>
/// Takes back the open yeses of somebody who begins a pause, also that of a host whose card was not sent yet. Otherwise they would be
/// paired during their pause, while their calendar is not read.
/// </summary>
internal sealed class TakenBackYeses(Handshake handshake, TimeProvider clock) : YesesOfPaused
{
    public override async Task<bool> TakeBackAsync(ConnectDb db, string personId, CancellationToken cancellationToken)
    {
        var given = await db.Invitations.Where(row => row.PersonId == personId && row.State == InvitationState.Yes)
            .ToListAsync(cancellationToken);
        foreach (var invitation in given)
        {
            await handshake.ApplyAsync(db, invitation, InvitationEvent.SaidPause, cancellationToken);
            invitation.AnsweredAt = clock.GetCurrentInstant();

            // A host's card that was not sent yet would only tell of the pause.
            await Outbox.DropPlannedAsync(db, invitation.Id, [MessageKind.Invitation], cancellationToken);
        }

        return given.Exists(invitation => invitation.SentAt is not null);
    }
}
