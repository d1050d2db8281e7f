using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Meetings;

/// <summary>
/// Handles 'I can't make it after all', and the choice of what to do instead. The choice can be changed until the time stated on the card
/// and takes effect only then, so that the other person cannot infer from the time what was chosen, or whether anything was.
/// </summary>
internal sealed class MeetingAction(
    Database database, Handshake handshake, Cancellations cancellations, MeetingCards cards, SweepRequests sweeps) : CardActionHandler
{
    public override IReadOnlyList<string> Verbs { get; } =
        [Cards.Verbs.MeetingCantMakeIt, Cards.Verbs.MeetingMove, Cards.Verbs.MeetingCallOff, Cards.Verbs.MeetingKeep];

    public override async Task<ClickAnswer> HandleAsync(Click click, CancellationToken cancellationToken)
    {
        var row = await MeetingRows.ReadAsync(database, click.Ref.Id, cancellationToken);
        if (row is null)
        {
            return Gone;
        }

        if (row.Members.Find(member => member.PersonId == click.PersonId) is not { } member
            || !Nonce.Matches(member.Nonce, click.Ref.Nonce))
        {
            return NotYours;
        }

        if (click.Verb == Cards.Verbs.MeetingCantMakeIt)
        {
            await cancellations.DeclineAsync(row.Id, click.PersonId, cancellationToken);
        }
        else
        {
            await database.WriteAsync(db => ChooseAsync(db, click, cancellationToken), cancellationToken);
        }

        await sweeps.SweepSoonAsync(cancellationToken);
        var now = await NowAsync(click, cancellationToken);
        return now is CantMakeItCard choice && click.Verb == Cards.Verbs.MeetingMove
            ? choice with { IsIncomplete = click.Indexes(Inputs.Moment, choice.OtherMoments.Count) is not [_] }
            : now;
    }

    private async Task ChooseAsync(ConnectDb db, Click click, CancellationToken cancellationToken)
    {
        // Only a member who cannot make it has the choice.
        if (await MeetingRows.FindAsync(db, click.Ref.Id, cancellationToken) is not { State: MeetingState.Moving } row
            || row.Members.Find(member => member.PersonId == click.PersonId) is not { ChooseBy: not null } member)
        {
            return;
        }

        switch (click.Verb)
        {
            case Cards.Verbs.MeetingKeep:
                await handshake.ApplyAsync(db, row, MeetingEvent.DeclineWithdrawn(click.PersonId), cancellationToken);
                return;
            case Cards.Verbs.MeetingMove when click.Indexes(Inputs.Moment, member.OtherGaps?.Count ?? 0) is [var chosen]:
                member.Choice = chosen;
                break;
            case Cards.Verbs.MeetingCallOff:
                member.Choice = MemberRow.CallOff;
                break;
            default:
                return;
        }

        await StaleCards.MarkAsync(db, row.Id, click.PersonId, cancellationToken);
    }

    private Task<Card> NowAsync(Click click, CancellationToken cancellationToken) => database.ReadAsync(
        async db =>
        {
            var row = await MeetingRows.FindAsync(db, click.Ref.Id, cancellationToken);
            return row?.Members.Find(member => member.PersonId == click.PersonId) is { } member
                ? await cards.NowAsync(db, row, member, row.Moves, cancellationToken)
                : Gone;
        },
        cancellationToken);
}
