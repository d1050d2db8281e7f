using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Connections;
using TeamsConnectBot.Core.Connections;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Engine;

namespace TeamsConnectBot.Bot.Actions;

/// <summary>'I can't make it after all', and what comes of it.</summary>
internal sealed class ConnectionAction(
    Database database, Handshake handshake, CantMakeIt cantMakeIt, ConnectionCards cards, SweepRequests sweeps) : CardAction
{
    public override IReadOnlyList<string> Verbs { get; } =
        [Cards.Verbs.ConnectionCantMakeIt, Cards.Verbs.ConnectionMove, Cards.Verbs.ConnectionCallOff, Cards.Verbs.ConnectionKeep];

    public override async Task<Card> HandleAsync(Click click, CancellationToken cancellationToken)
    {
        var row = await ConnectionRows.ReadAsync(database, click.Ref.Id, cancellationToken);
        if (row is null)
        {
            return Gone;
        }

        if (row.Members.Find(member => member.PersonId == click.PersonId) is not { } member || !Nonce.Matches(member.Nonce, click.Ref.Nonce))
        {
            return NotYours;
        }

        if (click.Verb == Cards.Verbs.ConnectionCantMakeIt)
        {
            await cantMakeIt.SayAsync(row.Id, click.PersonId, cancellationToken);
        }
        else
        {
            await database.WriteAsync(db => ChooseAsync(db, click, cancellationToken), cancellationToken);
        }

        await sweeps.SweepSoonAsync(cancellationToken);
        return await NowAsync(click, cancellationToken);
    }

    private async Task ChooseAsync(ConnectDb db, Click click, CancellationToken cancellationToken)
    {
        // Only whoever can't make it has the choice.
        if (await ConnectionRows.FindAsync(db, click.Ref.Id, cancellationToken) is not { State: ConnectionState.Moving } row || row.MovingId != click.PersonId)
        {
            return;
        }

        switch (click.Verb)
        {
            case Cards.Verbs.ConnectionMove when click.Indexes(Inputs.Moment, row.OtherGaps.Count) is [var chosen]:
                await handshake.ApplyAsync(db, row, ConnectionEvent.OtherGapFound(ConnectionCards.OtherMoments(row)[chosen]), cancellationToken);
                break;
            case Cards.Verbs.ConnectionCallOff:
                await handshake.ApplyAsync(db, row, ConnectionEvent.NoOtherGap, cancellationToken);
                break;
            case Cards.Verbs.ConnectionKeep:
                await handshake.ApplyAsync(db, row, ConnectionEvent.CanMakeItAfterAll(click.PersonId), cancellationToken);
                break;
        }
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
