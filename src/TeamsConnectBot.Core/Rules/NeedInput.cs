using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Core.Rules;

/// <summary>The facts about one participant from which need is computed. They may only be shown to that person.</summary>
public sealed record NeedInput
{
    /// <summary>Days since the last contact through the bot; null if there was none.</summary>
    public int? DaysSinceContact { get; init; }

    /// <summary>The AI-use band; null if unknown, expired or not allowed.</summary>
    public AiUseBand? AiUse { get; init; }

    /// <summary>Consecutive rounds in which they said yes but were left out; see <see cref="Meetings.FairnessLedger"/>.</summary>
    public int TurnsLeftOut { get; init; }

    /// <summary>Days since they started in the organisation; null if unknown.</summary>
    public int? DaysSinceJoining { get; init; }

    /// <summary>Days in the round's week on which they work away from their office.</summary>
    public int RemoteDays { get; init; }

    /// <summary>Whether they asked for a contact themselves.</summary>
    public bool AskedForIt { get; init; }
}
