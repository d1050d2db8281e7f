using static TeamsConnectBot.Core.Meetings.MeetingEffectKind;
using static TeamsConnectBot.Core.Meetings.MeetingState;

namespace TeamsConnectBot.Core.Meetings;

/// <summary>
/// The second half of the blind handshake: what happens to people who all said yes. Nobody learns who could not make it, or why. Events
/// are idempotent: one that arrives twice changes nothing the second time.
/// </summary>
public static class MeetingMachine
{
    /// <summary>
    /// How often members may move a connection. After that, the next member who can't make it is offered no other gap, so that nobody is
    /// bothered endlessly.
    /// </summary>
    public const int MostMoves = 2;

    /// <summary>Applies an event.</summary>
    public static MeetingStep Apply(Meeting connection, MeetingEvent happened)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(happened);
        if (happened.MemberId is not null && !connection.Has(happened.MemberId))
        {
            return Refused(connection);
        }

        return happened.Kind switch
        {
            MeetingEventKind.Announce => Announce(connection),
            MeetingEventKind.MemberDeclined => MemberDeclined(connection, happened.MemberId!),
            MeetingEventKind.EventMoved or MeetingEventKind.OtherGapFound => Move(connection, happened),
            MeetingEventKind.NoOtherGap or MeetingEventKind.CalledOff => EndMoving(connection, happened.Kind),
            MeetingEventKind.DeclineWithdrawn => DeclineWithdrawn(connection, happened.MemberId!),
            MeetingEventKind.EventCancelled => EventCancelled(connection),
            MeetingEventKind.MemberLeft => MemberLeft(connection, happened.MemberId!),
            MeetingEventKind.TimePassed => TimePassed(connection),
            _ => Answered(connection, happened.MemberId!, happened.Answer!.Value),
        };
    }

    private static MeetingStep Announce(Meeting connection) => connection.State switch
    {
        Settled => To(connection with { State = Announced }, new MeetingEffect(TellAll)),
        Announced => To(connection),
        _ => Refused(connection),
    };

    private static MeetingStep MemberDeclined(Meeting connection, string memberId) => connection.State switch
    {
        // A group of more than two continues without the one who declined: moving it would burden all the others.
        Announced when connection.Members.Length > 2 => ContinueWithout(connection, memberId),
        Announced => To(connection with { State = Moving, Moving = memberId }, new MeetingEffect(OfferOtherGap, memberId)),

        Moving when connection.IsChoosing(memberId) => To(connection),

        // Now both declined. The second is asked as if the first had said nothing; the first one's choice is carried out first.
        Moving => To(connection with { AlsoMoving = memberId }, new MeetingEffect(OfferOtherGap, memberId)),
        _ => Refused(connection),
    };

    private static MeetingStep Move(Meeting connection, MeetingEvent happened) => connection.State switch
    {
        Announced when connection.Time == happened.Time => To(connection),
        Announced when happened.Kind != MeetingEventKind.EventMoved => Refused(connection),
        Moving when happened.Kind == MeetingEventKind.OtherGapFound && !connection.CanMove => Refused(connection),
        Announced or Moving => To(
            connection with { State = Announced, Moves = connection.Moves + 1, Time = happened.Time!.Value, Moving = null,
                AlsoMoving = null },
            [new(MoveEvent), .. ForEach(connection, TellItMoved)]),
        _ => Refused(connection),
    };

    // Someone who would have moved it, but could not be offered anything, takes precedence next time like the others.
    private static MeetingStep EndMoving(Meeting connection, MeetingEventKind why) => connection.State switch
    {
        Moving => CallOff(connection, connection.Moving!, putsAllFirst: why == MeetingEventKind.NoOtherGap),
        Off => To(connection),
        _ => Refused(connection),
    };

    private static MeetingStep DeclineWithdrawn(Meeting connection, string memberId) => connection.State switch
    {
        Moving when connection.Moving == memberId && connection.AlsoMoving is { } other => To(
            connection with { Moving = other, AlsoMoving = null }, new MeetingEffect(OfferOtherGap, other)),
        Moving when connection.Moving == memberId => To(connection with { State = Announced, Moving = null }),
        Moving when connection.AlsoMoving == memberId => To(connection with { AlsoMoving = null }),
        Announced => To(connection),
        _ => Refused(connection),
    };

    // Nobody may learn whose decision this was, so all members are treated alike: told, and given precedence next time.
    private static MeetingStep EventCancelled(Meeting connection) => connection.State switch
    {
        Announced or Moving => CallOff(connection, null),
        Off => To(connection),
        _ => Refused(connection),
    };

    private static MeetingStep MemberLeft(Meeting connection, string memberId)
    {
        var rest = connection.Without(memberId);
        return connection.State switch
        {
            Off or Over => To(rest),
            Settled when rest.Members.Length >= 2 => To(rest),
            Settled => NeverAnnounced(rest),
            _ when rest.Members.Length >= 2 => ContinueWithout(connection, memberId),
            _ => CallOff(connection, memberId) is var off ? off with { Meeting = off.Meeting.Without(memberId) } : default,
        };
    }

    private static MeetingStep TimePassed(Meeting connection) => connection.State switch
    {
        Announced => To(
            WithAnswers(connection, _ => MemberAnswer.Asked) with { State = Over }, ForEach(connection, AskDidYouMeet)),
        Moving => CallOff(connection, connection.Moving!),

        // For instance because the service was down.
        Settled => NeverAnnounced(connection),
        _ => To(connection),
    };

    private static MeetingStep Answered(Meeting connection, string memberId, MemberAnswer answer) => connection.State == Over
        ? To(WithAnswers(connection, member => member.Id == memberId ? answer : member.Answer))
        : Refused(connection);

    private static Meeting WithAnswers(Meeting connection, Func<MeetingMember, MemberAnswer> answer) =>
        connection with { Members = [.. connection.Members.Select(member => member with { Answer = answer(member) })] };

    // The members were never told of the connection, so they are told that nobody was found for them.
    private static MeetingStep NeverAnnounced(Meeting connection) =>
        To(connection with { State = Off }, [.. ForEach(connection, PutFirstNextTime), .. ForEach(connection, TellNoLuck)]);

    private static MeetingStep ContinueWithout(Meeting connection, string memberId)
    {
        var rest = connection.Without(memberId);
        return To(rest, [new(RemoveFromEvent, memberId), .. ForEach(rest, ShowWhoIsLeft)]);
    }

    private static MeetingStep CallOff(Meeting connection, string? byMemberId, bool putsAllFirst = false)
    {
        var others = connection.Without(byMemberId);
        return To(
            connection with { State = Off, Moving = null, AlsoMoving = null },
            [
                new(CancelEvent), .. ForEach(others, TellItIsOff),
                .. ForEach(putsAllFirst ? connection : others, PutFirstNextTime),
            ]);
    }

    private static ImmutableArray<MeetingEffect> ForEach(Meeting connection, MeetingEffectKind kind) =>
        [.. connection.Members.Select(member => new MeetingEffect(kind, member.Id))];

    private static MeetingStep To(Meeting connection, params ImmutableArray<MeetingEffect> effects) =>
        new(connection, effects, Accepted: true);

    private static MeetingStep Refused(Meeting connection) => new(connection, [], Accepted: false);
}
