using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Core.Connections;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Connections;

/// <summary>
/// 'I can't make it after all', and the choice of what to do instead. The choice can be changed until the time stated on the card and takes
/// effect only then, so that the other person cannot infer from the time what was chosen, or whether anything was.
/// </summary>
internal sealed class ConnectionAction(
    Database database, Handshake handshake, Cancellations cancellations, ConnectionCards cards, SweepRequests sweeps) : CardActionHandler
{
    public override IReadOnlyList<string> Verbs { get; } =
        [Cards.Verbs.ConnectionCantMakeIt, Cards.Verbs.ConnectionMove, Cards.Verbs.ConnectionCallOff, Cards.Verbs.ConnectionKeep];

    public override async Task<ClickAnswer> HandleAsync(Click click, CancellationToken cancellationToken)
    {
        var row = await ConnectionRows.ReadAsync(database, click.Ref.Id, cancellationToken);
        if (row is null)
        {
            return Gone;
        }

        if (row.Members.Find(member => member.PersonId == click.PersonId) is not { } member
            || !Nonce.Matches(member.Nonce, click.Ref.Nonce))
        {
            return NotYours;
        }

        if (click.Verb == Cards.Verbs.ConnectionCantMakeIt)
        {
            await cancellations.DeclineAsync(row.Id, click.PersonId, cancellationToken);
        }
        else
        {
            await database.WriteAsync(db => ChooseAsync(db, click, cancellationToken), cancellationToken);
        }

        await sweeps.SweepSoonAsync(cancellationToken);
        var now = await NowAsync(click, cancellationToken);
        return now is CantMakeItCard choice && click.Verb == Cards.Verbs.ConnectionMove
            ? choice with { IsIncomplete = click.Indexes(Inputs.Moment, choice.OtherMoments.Count) is not [_] }
            : now;
    }

    private async Task ChooseAsync(ConnectDb db, Click click, CancellationToken cancellationToken)
    {
        // Only a member who cannot make it has the choice.
        if (await ConnectionRows.FindAsync(db, click.Ref.Id, cancellationToken) is not { State: ConnectionState.Moving } row
            || row.Members.Find(member => member.PersonId == click.PersonId) is not { ChooseBy: not null } member)
        {
            return;
        }

        switch (click.Verb)
        {
            case Cards.Verbs.ConnectionKeep:
                await handshake.ApplyAsync(db, row, ConnectionEvent.DeclineWithdrawn(click.PersonId), cancellationToken);
                return;
            case Cards.Verbs.ConnectionMove when click.Indexes(Inputs.Moment, member.OtherGaps?.Count ?? 0) is [var chosen]:
                member.Choice = chosen;
                break;
            case Cards.Verbs.ConnectionCallOff:
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
            var row = await ConnectionRows.FindAsync(db, click.Ref.Id, cancellationToken);
            return row?.Members.Find(member => member.PersonId == click.PersonId) is { } member
                ? await cards.NowAsync(db, row, member, row.Moves, cancellationToken)
                : Gone;
        },
        cancellationToken);
}
