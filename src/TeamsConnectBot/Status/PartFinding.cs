namespace TeamsConnectBot.Status;

/// <summary>What one check of a part found.</summary>
/// <param name="State">How the part is doing.</param>
/// <param name="Reason">Why, as the end of a text's key; empty when it works.</param>
internal sealed record PartFinding(PartState State, string Reason = "")
{
    public static PartFinding Works { get; } = new(PartState.Works);

    /// <summary>When the state began, if the check knows; otherwise it began when it was first found.</summary>
    public Instant? Since { get; init; }

    /// <summary>What fills in the sentence, such as an error code. It is public, so it says nothing about people.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The keys of what to do; the first one that has a text is shown.</summary>
    public IReadOnlyList<string> Remedies { get; init; } = [];

    /// <summary>When the service tries again by itself, if that is known.</summary>
    public Instant? RetryAt { get; init; }

    /// <summary>Whether the process can still do its work, so that neither a restart nor another process would help.</summary>
    public bool IsReady { get; init; }

    /// <summary>For the log.</summary>
    public Exception? Failure { get; init; }
}
