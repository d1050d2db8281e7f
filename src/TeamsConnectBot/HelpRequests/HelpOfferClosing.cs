using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.HelpRequests;

/// <summary>Closes the offers of a question: what is not sent yet is not sent, and open cards are edited, which notifies nobody.</summary>
internal sealed class HelpOfferClosing(Outbox outbox, TimeProvider clock)
{
    /// <summary>Closes the offers that are still open.</summary>
    public async Task CloseAsync(ConnectDb db, HelpRequestRow row, HelpOfferState state, CancellationToken cancellationToken)
    {
        foreach (var offer in await db.HelpOffers.Where(offer => offer.RequestId == row.Id && offer.State == HelpOfferState.Open)
            .ToListAsync(cancellationToken))
        {
            if (offer.State != HelpOfferState.Open)
            {
                // Answered earlier in this unit of work.
                continue;
            }

            await CountSilenceAsync(db, offer, cancellationToken);
            await CloseAsync(db, offer, state, cancellationToken);
        }
    }

    /// <summary>Somebody said yes, and their help is not needed any more.</summary>
    /// <param name="isTold">Whether the meeting's own messages told them.</param>
    public async Task ReleaseAsync(ConnectDb db, HelpRequestRow row, bool isTold, CancellationToken cancellationToken)
    {
        if (isTold || row.HelperId is not { } helperId
            || await db.HelpOffers.SingleOrDefaultAsync(
                offer => offer.RequestId == row.Id && offer.PersonId == helperId, cancellationToken)
                is not { State: HelpOfferState.Yes } offer)
        {
            return;
        }

        await CloseAsync(db, offer, HelpOfferState.NoLongerNeeded, cancellationToken);
        if (await db.Participants.FindAsync([helperId], cancellationToken) is { JoinedAt: not null } helper)
        {
            await outbox.AddAsync(db, helper, MessageKind.HelpNotNeeded, offer.Id, cancellationToken: cancellationToken);
        }
    }

    public static async Task CloseAsync(ConnectDb db, HelpOfferRow offer, HelpOfferState state, CancellationToken cancellationToken)
    {
        // The moments came from their calendar.
        (offer.State, offer.Starts) = (state, []);
        await Outbox.DropPlannedAsync(db, offer.Id, [MessageKind.HelpOffer], cancellationToken);
        await StaleCards.MarkAsync(db, offer.Id, cancellationToken);
    }

    private async Task CountSilenceAsync(ConnectDb db, HelpOfferRow offer, CancellationToken cancellationToken)
    {
        if (offer.SentAt is { } sentAt && await db.Helpers.FindAsync([offer.PersonId], cancellationToken) is { } helper)
        {
            helper.Silences = HelpAllowance.AfterSilence(helper.Silences, clock.GetCurrentInstant() - sentAt);
        }
    }
}
