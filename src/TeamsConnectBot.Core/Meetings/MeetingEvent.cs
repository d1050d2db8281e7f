namespace TeamsConnectBot.Core.Meetings;

/// <summary>Something that happened to a connection; made by its static methods.</summary>
public sealed record MeetingEvent
{
    private MeetingEvent(MeetingEventKind kind) => Kind = kind;

    /// <summary>What happened.</summary>
    public MeetingEventKind Kind { get; }

    /// <summary>The member it is about; null when it is about everyone.</summary>
    public string? MemberId { get; private init; }

    /// <summary>The new time of a move.</summary>
    public Interval? Time { get; private init; }

    /// <summary>The answer to 'Did you meet?'.</summary>
    public MemberAnswer? Answer { get; private init; }

    /// <summary>It is time to tell everyone.</summary>
    public static MeetingEvent Announce { get; } = new(MeetingEventKind.Announce);

    /// <summary>The time of the meeting has passed.</summary>
    public static MeetingEvent TimePassed { get; } = new(MeetingEventKind.TimePassed);

    /// <summary>No other gap could be offered to the member who declined.</summary>
    public static MeetingEvent NoOtherGap { get; } = new(MeetingEventKind.NoOtherGap);

    /// <summary>The member who declined called it off, or chose nothing in time, although they were offered other gaps.</summary>
    public static MeetingEvent CalledOff { get; } = new(MeetingEventKind.CalledOff);

    /// <summary>The event was deleted in the organiser's calendar; by whom is unknown.</summary>
    public static MeetingEvent EventCancelled { get; } = new(MeetingEventKind.EventCancelled);

    /// <summary>A member who had declined can make it after all.</summary>
    public static MeetingEvent DeclineWithdrawn(string memberId) => new(MeetingEventKind.DeclineWithdrawn) { MemberId = memberId };

    /// <summary>A member can't make it.</summary>
    public static MeetingEvent MemberDeclined(string memberId) => new(MeetingEventKind.MemberDeclined) { MemberId = memberId };

    /// <summary>
    /// The event was moved in the organiser's calendar. When the new time does not suit everyone, this is <see cref="EventCancelled"/>.
    /// </summary>
    public static MeetingEvent EventMoved(Interval time, bool suitsAll) =>
        suitsAll ? new(MeetingEventKind.EventMoved) { Time = time } : EventCancelled;

    /// <summary>The member who declined chose another gap that everyone shares.</summary>
    public static MeetingEvent OtherGapFound(Interval time) => new(MeetingEventKind.OtherGapFound) { Time = time };

    /// <summary>A member left, was erased or can't be reached.</summary>
    public static MeetingEvent MemberLeft(string memberId) => new(MeetingEventKind.MemberLeft) { MemberId = memberId };

    /// <summary>A member said whether they met.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not an answer that a person can give.</exception>
    public static MeetingEvent Answered(string memberId, MemberAnswer answer) =>
        answer is MemberAnswer.Met or MemberAnswer.DidNotMeet or MemberAnswer.AgainPlease or MemberAnswer.ThreeTimes
            ? new(MeetingEventKind.Answered) { MemberId = memberId, Answer = answer }
            : throw new ArgumentOutOfRangeException(
                nameof(answer), answer, "A person can answer 'met', 'did not meet', 'again please' or 'three times'.");
}
