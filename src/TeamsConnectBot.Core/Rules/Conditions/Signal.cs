namespace TeamsConnectBot.Core.Rules.Conditions;

/// <summary>A kind of fact about a person that a rule can use. Stored by name in approvals: never rename.</summary>
public enum Signal
{
    /// <summary>How much they work with AI, if they allowed it.</summary>
    AiUseBand,

    /// <summary>When they last met a colleague through the bot.</summary>
    LastContact,

    /// <summary>How long their gaps are, if they allowed it.</summary>
    Gaps,

    /// <summary>Which days they are in the office.</summary>
    OfficeDays,

    /// <summary>When they started in the organisation.</summary>
    Tenure,

    /// <summary>How often they said yes but were left out.</summary>
    TurnsLeftOut,

    /// <summary>Whether they asked for a contact themselves.</summary>
    OwnRequest,

    /// <summary>Their department, as in the directory.</summary>
    Department,
}
