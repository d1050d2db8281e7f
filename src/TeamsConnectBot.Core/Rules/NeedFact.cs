namespace TeamsConnectBot.Core.Rules;

/// <summary>What a <see cref="NeedFact"/> is about. Stored as its number: never renumber.</summary>
public enum NeedFactKind
{
    /// <summary>Days since the last contact through the bot; the value is the number of days.</summary>
    DaysSinceContact = 1,

    /// <summary>No contact through the bot yet; the value is 0.</summary>
    NoContactYet = 2,

    /// <summary>The AI-use band, if the person allowed it; the value is the band's number.</summary>
    AiUse = 3,

    /// <summary>No AI-use band is known, which is no disadvantage; the value is 0.</summary>
    NoAiUseKnown = 4,

    /// <summary>Consecutive rounds in which they said yes but were left out; the value is the number of rounds.</summary>
    TurnsLeftOut = 5,

    /// <summary>New in the organisation; the value is the number of days since they started.</summary>
    Newcomer = 6,

    /// <summary>Works remotely; the value is the number of days of the week.</summary>
    RemoteDays = 7,

    /// <summary>Asked for a contact themselves; the value is 1.</summary>
    OwnRequest = 8,
}

/// <summary>One reason for a person's need. Kept with the decision, and put into words only for that person.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Value">The number behind it, in the unit of its kind.</param>
/// <param name="Points">What it adds to the need.</param>
public readonly record struct NeedFact(NeedFactKind Kind, int Value, int Points);
