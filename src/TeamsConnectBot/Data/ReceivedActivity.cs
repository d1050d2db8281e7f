using NodaTime;

namespace TeamsConnectBot.Data;

/// <summary>An activity that was acted on, so that the channel's second delivery of it is not. A keyed hash, no content.</summary>
internal sealed class ReceivedActivity
{
    public required string Key { get; init; }

    public required Instant At { get; init; }
}
