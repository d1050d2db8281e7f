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
/// and takes effect only then, so that the other person cannot infer from the time what was chosen, or whether anything was. Where there
/// is nothing to choose, the card asks once more before anything happens.
/// </summary>
internal sealed class MeetingAction(
    Database database, Handshake handshake, Cancellations cancellations, MeetingCards cards, SweepRequests sweeps) : CardActionHandler
{
    public override IReadOnlyList<string> Verbs { get; } =
    [
        Cards.Verbs.MeetingCantMakeIt, Cards.Verbs.MeetingMove, Cards.Verbs.MeetingCallOff, Cards.Verbs.MeetingKeep,
        Cards.Verbs.MeetingLeave,
    ];

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

        switch (click.Verb)
        {
            case Cards.Verbs.MeetingCantMakeIt when cancellations.TakesEffectAtOnce(row, member):
                return await database.ReadAsync(db => cards.LeaveAsync(db, row, member, cancellationToken), cancellationToken);
            case Cards.Verbs.MeetingLeave
                when await cancellations.LeaveAsync(row.Id, click.PersonId, SentenceIn(click), cancellationToken):
                break;
            case Cards.Verbs.MeetingCantMakeIt or Cards.Verbs.MeetingLeave:
                await cancellations.DeclineAsync(row.Id, click.PersonId, cancellationToken);
                break;
            default:
                await database.WriteAsync(db => ChooseAsync(db, click, cancellationToken), cancellationToken);
                break;
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
                (member.Choice, member.Sentence) = (chosen, null);
                break;
            case Cards.Verbs.MeetingCallOff:
                (member.Choice, member.Sentence) = (MemberRow.CallOff, SentenceIn(click));
                break;
            default:
                return;
        }

        await StaleCards.MarkAsync(db, row.Id, click.PersonId, cancellationToken);
    }

    // Anything but a value that the card offers means no sentence.
    private static CallOffSentence? SentenceIn(Click click) =>
        SentenceChoice.Values.Cast<CallOffSentence?>().FirstOrDefault(sentence => $"{sentence}" == click.Input(Inputs.Sentence));

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
