using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.HelpRequests.Rows;

namespace TeamsConnectBot.HelpRequests;

/// <summary>Applies the state machine to a question's row; the consequences are written in the same transaction.</summary>
internal sealed class HelpRequestSteps(HelpRequestEffects effects)
{
    /// <returns>Whether the event was possible.</returns>
    public async Task<bool> ApplyAsync(
        ConnectDb db, HelpRequestRow row, HelpRequestEvent happened, CancellationToken cancellationToken)
    {
        var before = row.State;
        var step = HelpRequestMachine.Apply(before, happened);
        row.State = step.State;
        foreach (var effect in step.Effects)
        {
            await effects.WriteAsync(db, row, before, effect, cancellationToken);
        }

        // A yes that is still being arranged is not shown, so it edits no card either.
        if (before.AsAskerSeesIt() != row.State.AsAskerSeesIt())
        {
            await StaleCards.MarkAsync(db, row.Id, row.PersonId, cancellationToken);
        }

        // The helper's card waited for this; the news itself is a message of the meeting.
        if (before != row.State && row.State == HelpRequestState.Arranged)
        {
            foreach (var offer in await db.HelpOffers.Where(offer => offer.RequestId == row.Id && offer.PersonId == row.HelperId)
                .Select(offer => offer.Id).ToListAsync(cancellationToken))
            {
                await StaleCards.MarkAsync(db, offer, cancellationToken);
            }
        }

        return step.Accepted;
    }
}
