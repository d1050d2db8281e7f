namespace TeamsConnectBot.Core.Rules.Conditions;

/// <summary>
/// Whether a condition holds. It is only unknown if the AI-use band is missing, and unknown selects, so that telling nothing does not cost
/// anybody an invitation.
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
