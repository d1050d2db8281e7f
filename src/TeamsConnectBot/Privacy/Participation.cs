using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Meetings;
using TeamsConnectBot.Participants;
using TeamsConnectBot.Rituals.Calendar;

namespace TeamsConnectBot.Privacy;

/// <summary>
/// Ends somebody's participation: every consent is withdrawn at once, including rituals, and whoever was to meet the person is told that it
/// is off. Their data is deleted later, or at once when they ask for it.
/// </summary>
internal sealed class Participation(ConsentBook consents, Pauses pauses, Withdrawals withdrawals, RitualCalendars rituals)
{
    public async Task EndAsync(ConnectDb db, Participant person, CancellationToken cancellationToken)
    {
        // From here on nothing is sent to them.
        await consents.SetAsync(db, person, ConsentLayer.Join, false, cancellationToken);

        // Before the other consents, which remove what they were the basis of from closed invitations only.
        await withdrawals.WithdrawAsync(db, person.PersonId, InvitationEvent.Left, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var layer in Enum.GetValues<ConsentLayer>())
        {
            await consents.SetAsync(db, person, layer, false, cancellationToken);
        }

        await pauses.EndAsync(db, person, cancellationToken);
        await rituals.RemoveFromAllAsync(db, person.PersonId, null, cancellationToken);
    }
}
