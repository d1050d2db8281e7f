using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Meetings;

/// <summary>
/// Handles answers to an invitation. Until the answers close, they can be changed and withdrawn without anybody noticing. An answer has no
/// other effect before then, so that nobody can infer when or how somebody answered.
/// </summary>
internal sealed class InvitationAction(Database database, Handshake handshake, InvitationCards cards, TimeProvider clock)
    : CardActionHandler
{
    public override IReadOnlyList<string> Verbs { get; } =
    [
        Cards.Verbs.InvitationYes, Cards.Verbs.InvitationNotThisWeek, Cards.Verbs.InvitationPause,
        Cards.Verbs.InvitationTakeBack, Cards.Verbs.InvitationShow, Cards.Verbs.InvitationChange, Cards.Verbs.InvitationWhy,
    ];

    public override async Task<ClickAnswer> HandleAsync(Click click, CancellationToken cancellationToken) =>
        await database.WriteAsync(db => AnswerAsync(db, click, cancellationToken), cancellationToken);

    private async Task<Card> AnswerAsync(ConnectDb db, Click click, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, click.Ref.Id, cancellationToken) is not (var invitation, var message))
        {
            return Gone;
        }

        if (invitation.PersonId != click.PersonId || !Nonce.Matches(invitation.Nonce, click.Ref.Nonce))
        {
            return NotYours;
        }

        await SupplyMessageAsync(db, invitation, message, click, cancellationToken);
        switch (click.Verb)
        {
            case Cards.Verbs.InvitationWhy:
                var round = await db.Rounds.SingleAsync(x => x.Id == invitation.RoundId, cancellationToken);
                return await cards.WhyAsync(db, invitation, round, click.Texts.Language, cancellationToken);
            case Cards.Verbs.InvitationShow:
                return invitation.State.IsOpen() && invitation.State is not InvitationState.Yes
                    ? await cards.OpenAsync(db, invitation, cancellationToken)
                    : await cards.OfAsync(db, invitation, cancellationToken);
            case Cards.Verbs.InvitationChange:
                return invitation.State.IsOpen()
                    ? await cards.OpenAsync(db, invitation, cancellationToken)
                    : await cards.OfAsync(db, invitation, cancellationToken);
            case Cards.Verbs.InvitationYes:
                return await YesAsync(db, invitation, click, cancellationToken);
            case Cards.Verbs.InvitationTakeBack:
                return await ApplyAsync(db, invitation, InvitationEvent.TookBack, cancellationToken)
                    ? new TakenBackCard(InvitationCards.RefOf(invitation))
                    : await cards.OfAsync(db, invitation, cancellationToken);
            default:
                var said = click.Verb == Cards.Verbs.InvitationNotThisWeek ? InvitationEvent.SaidNotThisWeek : InvitationEvent.SaidPause;
                await ApplyAsync(db, invitation, said, cancellationToken);
                return await cards.OfAsync(db, invitation, cancellationToken);
        }
    }

    private async Task<Card> YesAsync(ConnectDb db, Invitation invitation, Click click, CancellationToken cancellationToken)
    {
        var ticked = click.Indexes(Inputs.Gaps, invitation.Gaps.Count);
        if (ticked is not { Count: > 0 })
        {
            // A yes without a slot is incomplete; the card asks for a tick. An earlier yes still counts.
            return invitation.State is InvitationState.Planned or InvitationState.Sent or InvitationState.Yes
                ? await cards.OpenAsync(
                    db, invitation, cancellationToken, click.Input(Inputs.Gaps) is null ? YesWithout.Anything : YesWithout.Moment)
                : await cards.OfAsync(db, invitation, cancellationToken);
        }

        if (invitation.State.IsOpen())
        {
            invitation.Ticked = [.. ticked.Select(index => invitation.Gaps[index])];
        }

        // An old card changes nothing for someone who has left since.
        if (invitation.State.IsOpen() && click.Input(Inputs.OpensTable) is { } opens
            && await db.Participants.FindAsync([click.PersonId], cancellationToken) is { } person)
        {
            person.Preferences = person.Preferences with { OpensTable = opens == "true" };
        }

        await ApplyAsync(db, invitation, InvitationEvent.SaidYes, cancellationToken);
        return await cards.OfAsync(db, invitation, cancellationToken);
    }

    private async Task<bool> ApplyAsync(ConnectDb db, Invitation invitation, InvitationEvent happened, CancellationToken cancellationToken)
    {
        var before = invitation.State;
        var accepted = await handshake.ApplyAsync(db, invitation, happened, cancellationToken);
        if (invitation.State != before)
        {
            invitation.AnsweredAt = clock.GetCurrentInstant();
        }

        return accepted;
    }

    private static Task<Clicked?> FindAsync(ConnectDb db, Guid id, CancellationToken cancellationToken) => (
        from invitation in db.Invitations.Where(row => row.Id == id)
        from message in db.Messages.Where(row => row.SubjectId == id && row.Kind == MessageKind.Invitation).DefaultIfEmpty()
        select new Clicked(invitation, message)).SingleOrDefaultAsync(cancellationToken);

    // A click proves that the card arrived, which settles a delivery that a crash left in doubt. The response shows the new state.
    private async Task SupplyMessageAsync(
        ConnectDb db, Invitation invitation, Message? message, Click click, CancellationToken cancellationToken)
    {
        if (message is not { State: MessageState.InDoubt or MessageState.Sending, ActivityId: null } || click.ActivityId is null)
        {
            return;
        }

        (message.State, message.ActivityId) = (MessageState.Accepted, click.ActivityId);
        message.SentAt ??= clock.GetCurrentInstant();
        invitation.SentAt ??= message.SentAt;
        await handshake.ApplyAsync(db, invitation, InvitationEvent.Delivered, cancellationToken);
    }

    private sealed record Clicked(Invitation Invitation, Message? Message);
}
