using NodaTime;

namespace TeamsConnectBot.Rituals.Rows;

/// <summary>A message on its way to a channel or group chat. Its card is made when it is sent or edited, from the rows as they are then.</summary>
internal sealed class Post
{
    public required Guid Id { get; init; }

    public required Guid SpaceId { get; init; }

    public required PostKind Kind { get; init; }

    /// <summary>The occurrence, proposal or ritual it is about.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Tells apart posts of one kind about one subject.</summary>
    public long Sequence { get; init; }

    public required PostState State { get; set; }

    public string? ActivityId { get; set; }

    public required Instant AddedAt { get; init; }

    /// <summary>Whether a crash or a lost answer left it open if it arrived. It is sent once more, not oftener.</summary>
    public bool WasInDoubt { get; set; }
}

internal enum PostKind
{
    Occurrence,

    /// <summary>A time passed while the service was away.</summary>
    Missed,
    Vote,
    Outcome,
    Protection,
    Back,

    /// <summary>Something was changed or undone from outside the channel.</summary>
    Changed,

    /// <summary>Another channel of the team was deleted, and what was planned there waits.</summary>
    ChannelGone,

    /// <summary>Outlook could not follow a ritual.</summary>
    CalendarBehind,
}

internal enum PostState
{
    Planned,

    /// <summary>Written before the request goes out, so that a crash right there is seen.</summary>
    Sending,
    Accepted,

    /// <summary>Refused, in doubt twice, or no longer needed.</summary>
    Dropped,
}
