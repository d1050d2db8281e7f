namespace TeamsConnectBot.Core.Rules.Conditions;

/// <summary>
/// Whether a condition holds. It is only unknown if the AI-use band is missing, and a rule also selects people for whom it is unknown, so
/// that nobody misses an invitation by not sharing their AI use.
/// </summary>
public enum Truth
{
    /// <summary>It does not hold.</summary>
    No,

    /// <summary>It depends on a band that is not known.</summary>
    Unknown,

    /// <summary>It holds.</summary>
    Yes,
}
