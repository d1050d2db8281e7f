using TeamsConnectBot.Connections;
using TeamsConnectBot.Core.Connections;
using TeamsConnectBot.Data;
using TeamsConnectBot.Participants;
using TeamsConnectBot.Rituals.Calendar;

namespace TeamsConnectBot.Privacy;

/// <summary>
/// Stopping: every consent is withdrawn at once, that of rituals too, and whoever was to meet the person hears that it is off.
/// What is kept goes after a while, or at once where the person asks for it.
/// </summary>
internal sealed class Participation(ConsentBook consents, Withdrawals withdrawals, RitualCalendars rituals)
{
    public async Task EndAsync(ConnectDb db, Participant person, CancellationToken cancellationToken)
    {
        foreach (var layer in Enum.GetValues<ConsentLayer>())
        {
            await consents.SetAsync(db, person, layer, false, cancellationToken);
        }

        await Pauses.EndAsync(db, person, cancellationToken);
        await withdrawals.WithdrawAsync(db, person.PersonId, InvitationEvent.Left, cancellationToken);
        await rituals.RemoveFromAllAsync(db, person.PersonId, null, cancellationToken);
    }
}
