using System.Collections.Immutable;
using static TeamsConnectBot.Core.Connections.ConnectionEffectKind;
using static TeamsConnectBot.Core.Connections.ConnectionState;

namespace TeamsConnectBot.Core.Connections;

/// <summary>
/// The other half of the blind handshake: what happens to people who all said yes. Nobody learns who couldn't make it or why.
/// Every event may arrive twice; the second time changes nothing.
/// </summary>
public static class ConnectionMachine
{
    /// <summary>How often a connection may be moved before 'can't make it' ends it: less load, not more.</summary>
    public const int MostMoves = 2;

    /// <summary>Applies an event.</summary>
    public static ConnectionStep Apply(Connection connection, ConnectionEvent happened)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(happened);
        if (happened.MemberId is not null && !connection.Has(happened.MemberId))
        {
            return Refused(connection);
        }

        return happened.Kind switch
        {
            ConnectionEventKind.Announce => Announce(connection),
            ConnectionEventKind.CantMakeIt => CantMakeIt(connection, happened.MemberId!),
            ConnectionEventKind.EventMoved or ConnectionEventKind.OtherGapFound => Move(connection, happened),
            ConnectionEventKind.NoOtherGap => NoOtherGap(connection),
            ConnectionEventKind.CanMakeItAfterAll => CanMakeItAfterAll(connection, happened.MemberId!),
            ConnectionEventKind.EventGone => EventGone(connection),
            ConnectionEventKind.MemberLeft => MemberLeft(connection, happened.MemberId!),
            ConnectionEventKind.TimePassed => TimePassed(connection),
            _ => After.Answered(connection, happened.MemberId!, happened.Answer!.Value),
        };
    }

    private static ConnectionStep Announce(Connection connection) => connection.State switch
    {
        Settled => To(connection with { State = Announced }, new(CreateEvent), new(TellAll)),
        Announced => To(connection),
        _ => Refused(connection),
    };

    private static ConnectionStep CantMakeIt(Connection connection, string memberId) => connection.State switch
    {
        // More than two go on without the one: a move would cost all the others.
        Announced when connection.Members.Length > 2 => GoOnWithout(connection, memberId),
        Announced when connection.Moves < MostMoves => To(connection with { State = Moving, Moving = memberId }, new ConnectionEffect(OfferOtherGap, memberId)),
        Announced => CallOff(connection, memberId),

        Moving when connection.IsChoosing(memberId) => To(connection),

        // Now the time suits neither. They are asked as if the other had said nothing; the first one's choice is carried out first.
        Moving => To(connection with { AlsoMoving = memberId }, new ConnectionEffect(OfferOtherGap, memberId)),
        _ => Refused(connection),
    };

    private static ConnectionStep Move(Connection connection, ConnectionEvent happened)
    {
        var mayMove = connection.State == Moving || (connection.State == Announced && happened.Kind == ConnectionEventKind.EventMoved);
        if (connection.State == Announced && connection.Time == happened.Time)
        {
            return To(connection);
        }

        return mayMove
            ? To(
                connection with { State = Announced, Moving = null, AlsoMoving = null, Moves = connection.Moves + 1, Time = happened.Time!.Value },
                [new(MoveEvent), .. ForEach(connection, TellItMoved)])
            : Refused(connection);
    }

    private static ConnectionStep NoOtherGap(Connection connection) => connection.State switch
    {
        Moving => CallOff(connection, connection.Moving!),
        Off => To(connection),
        _ => Refused(connection),
    };

    private static ConnectionStep CanMakeItAfterAll(Connection connection, string memberId) => connection.State switch
    {
        Moving when connection.Moving == memberId && connection.AlsoMoving is { } other => To(
            connection with { Moving = other, AlsoMoving = null }, new ConnectionEffect(OfferOtherGap, other)),
        Moving when connection.Moving == memberId => To(connection with { State = Announced, Moving = null }),
        Moving when connection.AlsoMoving == memberId => To(connection with { AlsoMoving = null }),
        Announced => To(connection),
        _ => Refused(connection),
    };

    // Nobody's doing, as far as anyone may know: everyone is told, and everyone goes first next time.
    private static ConnectionStep EventGone(Connection connection) => connection.State switch
    {
        Announced or Moving => To(
            connection with { State = Off, Moving = null, AlsoMoving = null },
            [new(CancelEvent), .. ForEach(connection, TellItIsOff), .. ForEach(connection, PutFirstNextTime)]),
        Off => To(connection),
        _ => Refused(connection),
    };

    private static ConnectionStep MemberLeft(Connection connection, string memberId)
    {
        var rest = connection with { Members = connection.Members.RemoveAll(member => member.Id == memberId) };
        return connection.State switch
        {
            Off or Over => To(rest),
            Settled when rest.Members.Length >= 2 => To(rest),
            Settled => To(rest with { State = Off }, [.. ForEach(rest, PutFirstNextTime), .. ForEach(rest, TellNoLuck)]),
            _ when rest.Members.Length >= 2 => GoOnWithout(connection, memberId),
            _ => CallOff(connection, memberId) is var off ? off with { Connection = off.Connection with { Members = rest.Members } } : default,
        };
    }

    private static ConnectionStep TimePassed(Connection connection) => connection.State switch
    {
        Announced => To(
            connection with { State = Over, Members = [.. connection.Members.Select(member => member with { Answer = MemberAnswer.Asked })] },
            ForEach(connection, AskDidYouMeet)),
        Moving => CallOff(connection, connection.Moving!),

        // Never announced, for instance because the service was down: nobody knew, so it is as if nobody was found.
        Settled => To(connection with { State = Off }, [.. ForEach(connection, PutFirstNextTime), .. ForEach(connection, TellNoLuck)]),
        _ => To(connection),
    };

    private static ConnectionStep GoOnWithout(Connection connection, string memberId)
    {
        var rest = connection with { Members = connection.Members.RemoveAll(member => member.Id == memberId) };
        return To(rest, [new(RemoveFromEvent, memberId), .. ForEach(rest, ShowWhoIsLeft)]);
    }

    private static ConnectionStep CallOff(Connection connection, string byMemberId)
    {
        var others = connection with { Members = connection.Members.RemoveAll(member => member.Id == byMemberId) };
        return To(
            connection with { State = Off, Moving = null, AlsoMoving = null },
            [new(CancelEvent), .. ForEach(others, TellItIsOff), .. ForEach(others, PutFirstNextTime)]);
    }

    private static ImmutableArray<ConnectionEffect> ForEach(Connection connection, ConnectionEffectKind kind) =>
        [.. connection.Members.Select(member => new ConnectionEffect(kind, member.Id))];

    private static ConnectionStep To(Connection connection, params ImmutableArray<ConnectionEffect> effects) => new(connection, effects, Accepted: true);

    private static ConnectionStep Refused(Connection connection) => new(connection, [], Accepted: false);
}
