using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Core.Rules;

/// <summary>What is known about one participant when need is computed. All of it may be shown to that person and to nobody else.</summary>
public sealed record NeedInput
{
    /// <summary>Days since the last contact through the bot; null when there was none.</summary>
    public int? DaysSinceContact { get; init; }

    /// <summary>The AI-use band; null when unknown, expired or not allowed.</summary>
    public AiUseBand? AiUse { get; init; }

    /// <summary>Rounds in a row in which a yes found nobody; see <see cref="Connections.FairnessLedger"/>.</summary>
    public int TurnsLeftOut { get; init; }

    /// <summary>Days since they began in the organisation; null when unknown.</summary>
    public int? DaysSinceJoining { get; init; }

    /// <summary>Days of the round's week they work away from their office.</summary>
    public int RemoteDays { get; init; }

    /// <summary>Whether they asked for a contact themselves.</summary>
    public bool AskedForIt { get; init; }
}
