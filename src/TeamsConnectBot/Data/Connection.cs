using NodaTime;
using TeamsConnectBot.Core.Connections;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Data;

/// <summary>Two or three people who all said yes (more at an open table), with a time, a place and a calendar event.</summary>
internal sealed class Connection
{
    public required Guid Id { get; init; }

    public required Guid RoundId { get; init; }

    public required string PoolId { get; init; }

    public required ConnectionState State { get; set; }

    public required Offer Offer { get; init; }

    public required Instant StartsAt { get; set; }

    public required int Minutes { get; init; }

    /// <summary>The office to meet in; null when online.</summary>
    public string? Office { get; set; }

    /// <summary>Who opens: the first to say hello, or the table's host.</summary>
    public string? OpenerId { get; set; }

    public bool IsOpenTable { get; init; }

    public required int Question { get; init; }

    public string? EventId { get; set; }

    public string? JoinUrl { get; set; }

    /// <summary>How often it moved; part of what makes its calendar event and its messages unique.</summary>
    public int Moves { get; set; }

    public List<ConnectionMember> Members { get; init; } = [];

    public int Version { get; set; }

    public Instant EndsAt => StartsAt + Duration.FromMinutes(Minutes);
}

internal sealed class ConnectionMember
{
    public required Guid ConnectionId { get; init; }

    public required string PersonId { get; init; }

    public required Guid InvitationId { get; init; }

    public required string Nonce { get; init; }

    /// <summary>False once the person said they can't make it.</summary>
    public bool Coming { get; set; } = true;

    /// <summary>Whether the names were revealed to this person.</summary>
    public bool Told { get; set; }

    public AfterAnswer After { get; set; }
}
