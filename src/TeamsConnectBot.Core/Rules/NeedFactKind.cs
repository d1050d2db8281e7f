namespace TeamsConnectBot.Core.Rules;

/// <summary>What a <see cref="NeedFact"/> is about. Stored as its number: never renumber.</summary>
public enum NeedFactKind
{
    /// <summary>Days since the last contact through the bot; the value is the days.</summary>
    DaysSinceContact = 1,

    /// <summary>No contact through the bot yet; the value is 0.</summary>
    NoContactYet = 2,

    /// <summary>The AI-use band, where the person allowed it; the value is the band's number.</summary>
    AiUse = 3,

    /// <summary>No AI-use band, which makes no difference; the value is 0.</summary>
    NoAiUseKnown = 4,

    /// <summary>Rounds in a row in which a yes found nobody; the value is the rounds.</summary>
    TurnsLeftOut = 5,

    /// <summary>New in the organisation; the value is the days since they began.</summary>
    Newcomer = 6,

    /// <summary>Works remotely; the value is the days of the week.</summary>
    RemoteDays = 7,

    /// <summary>Asked for it themselves; the value is 1.</summary>
    OwnRequest = 8,
}
