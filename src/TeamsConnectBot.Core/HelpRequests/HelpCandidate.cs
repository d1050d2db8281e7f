namespace TeamsConnectBot.Core.HelpRequests;

/// <summary>Somebody who takes part in the pool and wants to be asked for help. In memory for one decision, never stored.</summary>
public sealed record HelpCandidate
{
    /// <summary>The Entra object id.</summary>
    public required string Id { get; init; }

    /// <summary>The Entra object id of their manager; null when they have none.</summary>
    public string? ManagerId { get; init; }

    /// <summary>The languages in which they would have a conversation, as two-letter codes.</summary>
    public required ImmutableHashSet<string> Languages { get; init; }

    /// <summary>Whether one of their topics fits the question.</summary>
    public bool FitsTopic { get; init; }

    /// <summary>Whether they may be asked about anything.</summary>
    public bool Anything { get; init; }

    /// <summary>When they were last asked for help; null if never.</summary>
    public Instant? LastAskedAt { get; init; }

    /// <summary>How many times in a row they did not answer; see <see cref="HelpAllowance"/>.</summary>
    public int Silences { get; init; }
}
