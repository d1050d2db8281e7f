namespace TeamsConnectBot.Core.Rules.Conditions;

/// <summary>A kind of thing known about a person that a rule can use. Kept by name in approvals: never rename.</summary>
public enum Signal
{
    /// <summary>How much they work with AI, where they allowed it.</summary>
    AiUseBand,

    /// <summary>When they last met somebody through the bot.</summary>
    LastContact,

    /// <summary>How long their gaps are, where they allowed it.</summary>
    Gaps,

    /// <summary>Which days they are in the office.</summary>
    OfficeDays,

    /// <summary>When they began in the organisation.</summary>
    Tenure,

    /// <summary>How often a yes found nobody.</summary>
    TurnsLeftOut,

    /// <summary>Whether they asked for company themselves.</summary>
    OwnRequest,

    /// <summary>Their department, as the directory has it.</summary>
    Department,
}
