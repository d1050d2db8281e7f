namespace TeamsConnectBot.Core.Matching.Asking;

/// <summary>Whom to invite and for when. Every member is in exactly one of the two lists.</summary>
public sealed record AskPlan
{
    /// <summary>The invitations, by id.</summary>
    public required IReadOnlyList<Ask> Asks { get; init; }

    /// <summary>Who is not invited and why, by id.</summary>
    public required IReadOnlyList<NotAsked> NotAsked { get; init; }

    /// <summary>The weight of the first matching: who could be brought together if everyone said yes.</summary>
    public required long Weight { get; init; }

    /// <summary>No matching over the same candidate pairs weighs more than this.</summary>
    public required long UpperBound { get; init; }
}
