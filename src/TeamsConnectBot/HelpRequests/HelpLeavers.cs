using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Meetings;

namespace TeamsConnectBot.HelpRequests;

/// <summary>
/// When somebody leaves, their question ends and their offers close. A meeting they had agreed on is called off by its own machine, after
/// which others are asked if there is time.
/// </summary>
internal sealed class HelpLeavers(HelpRequestSteps steps) : LeaverStep
{
    public override async Task LeaveAsync(ConnectDb db, string personId, bool hasLeft, CancellationToken cancellationToken)
    {
        foreach (var row in await db.HelpRequests.Where(row => row.PersonId == personId && row.EndedAt == null)
            .ToListAsync(cancellationToken))
        {
            if (row.State == HelpRequestState.Draft)
            {
                db.HelpRequests.Remove(row);
                continue;
            }

            await steps.ApplyAsync(db, row, HelpRequestEvent.AskerLeft, cancellationToken);
        }

        // The host's card names the asker, and afterwards asker and helper are named to each other.
        foreach (var naming in await db.HelpRequests.Where(row => row.PersonId == personId || row.HelperId == personId)
            .Select(row => row.Id).ToListAsync(cancellationToken))
        {
            await StaleCards.MarkAsync(db, naming, cancellationToken);
        }

        foreach (var offer in await db.HelpOffers.Where(offer => offer.PersonId == personId && offer.State == HelpOfferState.Open)
            .ToListAsync(cancellationToken))
        {
            await HelpOfferClosing.CloseAsync(db, offer, HelpOfferState.NoLongerNeeded, cancellationToken);
        }

        if (hasLeft && await db.Helpers.FindAsync([personId], cancellationToken) is { } helper)
        {
            db.Helpers.Remove(helper);
        }
    }
}
