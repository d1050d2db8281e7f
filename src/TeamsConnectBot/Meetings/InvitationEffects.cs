using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Participants;

namespace TeamsConnectBot.Meetings;

/// <summary>Stores what follows from a change of an invitation's state.</summary>
internal sealed class InvitationEffects(Outbox outbox, Pauses pauses)
{
    private static readonly Duration Pause = Duration.FromDays(14);

    public async Task WriteAsync(ConnectDb db, Invitation invitation, InvitationEffect effect, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case InvitationEffect.KeepTickedGaps or InvitationEffect.BeginNotThisWeek or InvitationEffect.EndNotThisWeek:
                // Nothing to store: the action that accepted the yes stored the slots, and the budget reads the invitation's state.
                return;
            case InvitationEffect.ForgetTickedGaps:
                invitation.Ticked = [];
                return;
        }

        if (await db.Participants.FindAsync([invitation.PersonId], cancellationToken) is not { } person)
        {
            return;
        }

        switch (effect)
        {
            case InvitationEffect.BeginPause:
                await pauses.BeginAsync(db, person, Pause, cancellationToken);
                break;
            case InvitationEffect.EndPause:
                await pauses.EndAsync(db, person, cancellationToken);
                break;
            case InvitationEffect.PutFirstNextTime:
                person.TurnsLeftOut = FairnessLedger.PutFirst(person.TurnsLeftOut);
                break;
            case InvitationEffect.TellNoLuck:
                await outbox.AddAsync(db, person, MessageKind.NoLuck, invitation.Id, cancellationToken: cancellationToken);
                break;
        }
    }
}
