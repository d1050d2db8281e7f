namespace TeamsConnectBot.Operations.Checks;

/// <summary>The result of one check.</summary>
/// <param name="Subject">What was checked.</param>
/// <param name="Wrong">What is wrong; null when it works.</param>
/// <param name="Fix">How to fix it.</param>
internal sealed record CheckResult(string Subject, string? Wrong = null, string? Fix = null)
{
    /// <summary>Whether the service works nevertheless.</summary>
    public bool IsWarning { get; init; }
}

/// <summary>One check. It changes nothing, and throws only when it is cancelled.</summary>
/// <param name="Subject">What is checked.</param>
/// <param name="TryAsync">Runs the check.</param>
internal sealed record Check(string Subject, Func<CancellationToken, Task<CheckResult>> TryAsync);

/// <summary>Checks of one part of an installation.</summary>
internal abstract class CheckStep
{
    public abstract IEnumerable<Check> Checks { get; }
}
