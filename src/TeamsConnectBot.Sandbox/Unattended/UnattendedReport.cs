using System.Text.Json.Serialization;

namespace TeamsConnectBot.Sandbox.Unattended;

/// <summary>The one line an unattended run ends with.</summary>
internal sealed record UnattendedReport
{
    public required int People { get; init; }

    public required int OptedIn { get; init; }

    public required int Rounds { get; init; }

    /// <summary>Messages people got from the bot.</summary>
    public required int Cards { get; init; }

    public required int Invitations { get; init; }

    public required int Yes { get; init; }

    /// <summary>Connections that were announced.</summary>
    public required int Connections { get; init; }

    /// <summary>Connections of which at least one member told that they met.</summary>
    public required int Met { get; init; }

    /// <summary>Calendar events that exist at the end.</summary>
    public required int Events { get; init; }

    public required double InvitationsPerConnection { get; init; }

    /// <summary>The share of the yeses that found nobody.</summary>
    public required double LeftOutShare { get; init; }

    /// <summary>How often someone was left out in two rounds in a row.</summary>
    public required int LeftOutTwice { get; init; }

    /// <summary>Pairs brought together again within the repeat window without both having asked.</summary>
    public required int Repeats { get; init; }

    public required int Doubled { get; init; }

    public required int Lost { get; init; }

    public required int InDoubt { get; init; }

    public required int RevealedTooEarly { get; init; }

    public required long GraphRequests { get; init; }

    public required double Seconds { get; init; }

    public required double PeakMiB { get; init; }

    /// <summary>Invitations for each meeting if pairs had been named beforehand; only where asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? PreNamedInvitationsPerConnection { get; init; }

    /// <summary>Connections that are on or took place; each has one event.</summary>
    [JsonIgnore]
    public int LiveConnections { get; init; }

    [JsonIgnore]
    public bool IsSound => Doubled == 0 && Lost == 0 && RevealedTooEarly == 0 && Events == LiveConnections;
}
