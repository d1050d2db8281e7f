using System.Text.Json.Serialization;

namespace TeamsConnectBot.Sandbox.Unattended;

/// <summary>The JSON line that an unattended run prints at the end.</summary>
internal sealed record UnattendedReport
{
    public required int People { get; init; }

    public required int OptedIn { get; init; }

    public required int Rounds { get; init; }

    /// <summary>Messages people received from the bot.</summary>
    public required int Cards { get; init; }

    public required int Invitations { get; init; }

    public required int Yes { get; init; }

    /// <summary>Connections that were announced to their members.</summary>
    public required int Connections { get; init; }

    /// <summary>Connections of which at least one member confirmed that they met.</summary>
    public required int Met { get; init; }

    /// <summary>Calendar events that exist at the end.</summary>
    public required int Events { get; init; }

    public required double InvitationsPerConnection { get; init; }

    /// <summary>The share of people who said yes but were left out.</summary>
    public required double LeftOutShare { get; init; }

    /// <summary>How often somebody was left out of two consecutive rounds.</summary>
    public required int LeftOutTwice { get; init; }

    /// <summary>Pairs matched again within the no-repeat window without both having asked for it.</summary>
    public required int Repeats { get; init; }

    public required int Doubled { get; init; }

    public required int Lost { get; init; }

    public required int InDoubt { get; init; }

    public required int RevealedTooEarly { get; init; }

    public required long GraphRequests { get; init; }

    public required double Seconds { get; init; }

    public required double PeakMiB { get; init; }

    /// <summary>Invitations per meeting if pairs had been named beforehand; null unless requested.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? PreNamedInvitationsPerConnection { get; init; }

    /// <summary>Announced connections that were not called off; each has one event.</summary>
    [JsonIgnore]
    public int LiveConnections { get; init; }

    [JsonIgnore]
    public bool IsSound => Doubled == 0 && Lost == 0 && RevealedTooEarly == 0 && Events == LiveConnections;
}
