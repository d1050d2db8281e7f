namespace TeamsConnectBot.Operations.Checks;

/// <summary>One check. It changes nothing.</summary>
/// <param name="Key">A stable name for scripts, such as <c>token:graph</c>. What stands before the colon names its part of
/// docs/troubleshooting.md.</param>
/// <param name="Subject">What is checked, for people.</param>
/// <param name="TryAsync">Runs the check.</param>
internal sealed record Check(string Key, string Subject, Func<CancellationToken, Task<CheckResult>> TryAsync)
{
    /// <summary>The keys of checks without which this one could only repeat their problem: it is not tried when one is wrong.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Where the documentation lists everything this check can say.</summary>
    public string Docs => $"docs/troubleshooting.md#check-{Key.Split(':')[0]}";
}

/// <summary>Checks of one part of an installation.</summary>
internal abstract class CheckStep
{
    public abstract IEnumerable<Check> Checks { get; }
}
