using NodaTime;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Rituals.Rows;

/// <summary>A message to a channel or group chat.</summary>
internal sealed class Post : MessageRow
{
    public required Guid SpaceId { get; init; }

    public required PostKind Kind { get; init; }

    /// <summary>Distinguishes posts of one kind about one subject.</summary>
    public long Sequence { get; init; }

    public required Instant AddedAt { get; init; }
}

internal enum PostKind
{
    Occurrence,

    /// <summary>An occurrence passed while the service was down.</summary>
    Missed,
    Vote,
    Outcome,
    Protection,

    /// <summary>The bot is back in the channel.</summary>
    Back,

    /// <summary>Something was changed or undone from outside the channel.</summary>
    Changed,

    /// <summary>Another channel of the team was deleted, and the rituals there are suspended.</summary>
    ChannelGone,

    /// <summary>Outlook could not follow a ritual.</summary>
    CalendarBehind,
}
