using System.Collections.Immutable;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Helping;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.DoNotMatch;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.HelpRequests;

/// <summary>
/// Handles the answer of somebody who was asked. The first yes is taken, and everybody else reads that it is taken care of. Nothing at all
/// follows from 'not this time', except that the person counts as somebody who answers.
/// </summary>
internal sealed class HelpOfferAction(
    Database database, HelpRequestSteps steps, HelpCards cards, HelpHosts hosts, DoNotMatchList wishes, SweepRequests sweeps,
    TimeProvider clock) : CardActionHandler
{
    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.HelpYes, Cards.Verbs.HelpNotNow, Cards.Verbs.HelpReport];

    public override async Task<ClickAnswer> HandleAsync(Click click, CancellationToken cancellationToken)
    {
        var doNotMatch = click.Verb == Cards.Verbs.HelpYes ? await wishes.PairsAsync(cancellationToken) : [];
        var card = await database.WriteAsync(db => AnswerAsync(db, click, doNotMatch, cancellationToken), cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
        return card;
    }

    private async Task<Card> AnswerAsync(
        ConnectDb db, Click click, ImmutableHashSet<PersonPair> doNotMatch, CancellationToken cancellationToken)
    {
        if (await db.HelpOffers.FindAsync([click.Ref.Id], cancellationToken) is not { } offer)
        {
            return Gone;
        }

        if (offer.PersonId != click.PersonId || !Nonce.Matches(offer.Nonce, click.Ref.Nonce))
        {
            return NotYours;
        }

        offer.SentAt ??= clock.GetCurrentInstant();
        await SupplyMessageAsync(db, offer, click, cancellationToken);
        return click.Verb switch
        {
            Cards.Verbs.HelpYes => await YesAsync(db, offer, click, doNotMatch, cancellationToken),
            Cards.Verbs.HelpReport => await ReportAsync(db, offer, cancellationToken),
            _ => await NotNowAsync(db, offer, cancellationToken),
        };
    }

    private async Task<Card> YesAsync(
        ConnectDb db, HelpOfferRow offer, Click click, ImmutableHashSet<PersonPair> doNotMatch, CancellationToken cancellationToken)
    {
        if (offer.State == HelpOfferState.TakenCareOf)
        {
            return new HelpNoteCard(HelpNote.JustTaken);
        }

        var row = await db.HelpRequests.FindAsync([offer.RequestId], cancellationToken);
        if (offer.State is not (HelpOfferState.Open or HelpOfferState.Answered) || row is not { State: HelpRequestState.Open }
            || !cards.IsAnswerable(row, offer))
        {
            return await cards.OfOfferAsync(db, offer, cancellationToken);
        }

        if (await Standstill.CurrentAsync(db, cancellationToken) is not null
            && await db.Participants.FindAsync([offer.PersonId], cancellationToken) is { } person)
        {
            return new HelpRefusedCard(PersonalCards.RefOf(person), HelpRefusal.Stopped);
        }

        if (click.Indexes(Inputs.Slot, offer.Starts.Count) is not [var index] || offer.Starts[index] <= clock.GetCurrentInstant())
        {
            offer.State = HelpOfferState.Open;
            return await cards.OfOfferAsync(
                db, offer, cancellationToken, click.Input(Inputs.Slot) is null ? YesWithout.Anything : YesWithout.Moment);
        }

        await AnsweredAsync(db, offer, cancellationToken);
        if (doNotMatch.Contains(new PersonPair(row.PersonId, offer.PersonId)))
        {
            // Since they were asked, one of the two would rather not meet the other. It reads like a yes that came second.
            await HelpOfferClosing.CloseAsync(db, offer, HelpOfferState.TakenCareOf, cancellationToken);
            return new HelpNoteCard(HelpNote.JustTaken);
        }

        (offer.State, offer.Ticked, row.HelperId) = (HelpOfferState.Yes, offer.Starts[index], offer.PersonId);
        await db.SaveChangesAsync(cancellationToken);
        await steps.ApplyAsync(db, row, HelpRequestEvent.WasTaken, cancellationToken);
        return await cards.OfOfferAsync(db, offer, cancellationToken);
    }

    private async Task<Card> NotNowAsync(ConnectDb db, HelpOfferRow offer, CancellationToken cancellationToken)
    {
        if (offer.State == HelpOfferState.Open)
        {
            await AnsweredAsync(db, offer, cancellationToken);
            offer.State = HelpOfferState.Answered;
        }

        return await cards.OfOfferAsync(db, offer, cancellationToken);
    }

    // The host is told once. By whom is not stored: neither the row nor a message has a place for it.
    private async Task<Card> ReportAsync(ConnectDb db, HelpOfferRow offer, CancellationToken cancellationToken)
    {
        await AnsweredAsync(db, offer, cancellationToken);
        if (offer.State == HelpOfferState.Open)
        {
            offer.State = HelpOfferState.Answered;
        }

        // Somebody who became the host after being asked must not learn the author by reporting.
        if (await db.HelpRequests.FindAsync([offer.RequestId], cancellationToken) is { IsReported: false } row
            && !hosts.IsHost(row.PoolId, offer.PersonId))
        {
            row.IsReported = true;
            await hosts.TellAsync(db, row, MessageKind.HelpReported, cancellationToken);
        }

        return new HelpNoteCard(HelpNote.Reported);
    }

    // A click proves that the card arrived, which settles a delivery that a crash left in doubt; from then on the card can be edited.
    private static async Task SupplyMessageAsync(ConnectDb db, HelpOfferRow offer, Click click, CancellationToken cancellationToken)
    {
        if (click.ActivityId is not null
            && await db.Messages.SingleOrDefaultAsync(
                message => message.Kind == MessageKind.HelpOffer && message.SubjectId == offer.Id, cancellationToken)
                is { State: MessageState.InDoubt or MessageState.Sending, ActivityId: null } message)
        {
            (message.State, message.ActivityId) = (MessageState.Accepted, click.ActivityId);
        }
    }

    private static async Task AnsweredAsync(ConnectDb db, HelpOfferRow offer, CancellationToken cancellationToken)
    {
        if (await db.Helpers.FindAsync([offer.PersonId], cancellationToken) is { } helper)
        {
            helper.Silences = HelpAllowance.AfterAnswer;
        }
    }
}
