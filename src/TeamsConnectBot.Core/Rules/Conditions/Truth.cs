namespace TeamsConnectBot.Core.Rules.Conditions;

/// <summary>
/// Whether a condition holds. Only a missing AI-use band makes it unknown, and unknown selects: not telling costs nobody an
/// invitation.
/// </summary>
public enum Truth
{
    /// <summary>It does not hold.</summary>
    No,

    /// <summary>It depends on a band nobody told.</summary>
    Unknown,

    /// <summary>It holds.</summary>
    Yes,
}
