using NodaTime;

namespace TeamsConnectBot.Core.Connections;

/// <summary>Something that happened to a connection; made by its static methods.</summary>
public sealed record ConnectionEvent
{
    private ConnectionEvent(ConnectionEventKind kind) => Kind = kind;

    /// <summary>What happened.</summary>
    public ConnectionEventKind Kind { get; }

    /// <summary>To or by whom; null when it concerns all.</summary>
    public string? MemberId { get; private init; }

    /// <summary>The new time of a move.</summary>
    public Interval? Time { get; private init; }

    /// <summary>What was answered.</summary>
    public MemberAnswer? Answer { get; private init; }

    /// <summary>It is time to tell everyone.</summary>
    public static ConnectionEvent Announce { get; } = new(ConnectionEventKind.Announce);

    /// <summary>Its time has passed.</summary>
    public static ConnectionEvent TimePassed { get; } = new(ConnectionEventKind.TimePassed);

    /// <summary>No other gap is shared, none was wanted, or there was no choice in time.</summary>
    public static ConnectionEvent NoOtherGap { get; } = new(ConnectionEventKind.NoOtherGap);

    /// <summary>The event was deleted in the organiser's calendar, by nobody's choice that we know.</summary>
    public static ConnectionEvent EventGone { get; } = new(ConnectionEventKind.EventGone);

    /// <summary>Whoever couldn't make it can after all, and nobody noticed.</summary>
    public static ConnectionEvent CanMakeItAfterAll(string memberId) => new(ConnectionEventKind.CanMakeItAfterAll) { MemberId = memberId };

    /// <summary>A member can't make it.</summary>
    public static ConnectionEvent CantMakeIt(string memberId) => new(ConnectionEventKind.CantMakeIt) { MemberId = memberId };

    /// <summary>A member declined the event in Outlook; the same as <see cref="CantMakeIt"/>.</summary>
    public static ConnectionEvent EventDeclined(string memberId) => CantMakeIt(memberId);

    /// <summary>A member deleted the event in Outlook; the same as <see cref="CantMakeIt"/>.</summary>
    public static ConnectionEvent EventDeleted(string memberId) => CantMakeIt(memberId);

    /// <summary>The event was moved in the organiser's calendar: a move where it suits everyone, else the same as <see cref="EventGone"/>.</summary>
    public static ConnectionEvent EventMoved(Interval time, bool suitsAll) =>
        suitsAll ? new(ConnectionEventKind.EventMoved) { Time = time } : EventGone;

    /// <summary>The member who can't make it chose another gap that all share.</summary>
    public static ConnectionEvent OtherGapFound(Interval time) => new(ConnectionEventKind.OtherGapFound) { Time = time };

    /// <summary>A member left, was erased or can't be reached.</summary>
    public static ConnectionEvent MemberLeft(string memberId) => new(ConnectionEventKind.MemberLeft) { MemberId = memberId };

    /// <summary>A member said whether they met.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The answer is none a person can give.</exception>
    public static ConnectionEvent Answered(string memberId, MemberAnswer answer) => answer is MemberAnswer.Met or MemberAnswer.DidNotMeet or MemberAnswer.AgainPlease
        ? new(ConnectionEventKind.Answered) { MemberId = memberId, Answer = answer }
        : throw new ArgumentOutOfRangeException(nameof(answer), answer, "A person answers met, did not meet or again please.");
}
