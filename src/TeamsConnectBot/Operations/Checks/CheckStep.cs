namespace TeamsConnectBot.Operations.Checks;

/// <summary>What came of trying one thing.</summary>
/// <param name="Subject">What was tried.</param>
/// <param name="Wrong">What is wrong; null when it works.</param>
/// <param name="Mend">What to do about it.</param>
internal sealed record Finding(string Subject, string? Wrong = null, string? Mend = null)
{
    /// <summary>Whether the service works with it, if not as one would like.</summary>
    public bool IsWarning { get; init; }
}

/// <summary>One thing to try. Trying it changes nothing and throws nothing but that it was given up.</summary>
/// <param name="Subject">What is tried.</param>
/// <param name="TryAsync">Tries it.</param>
internal sealed record Trial(string Subject, Func<CancellationToken, Task<Finding>> TryAsync);

/// <summary>What an installation needs, one thing at a time.</summary>
internal abstract class CheckStep
{
    public abstract IEnumerable<Trial> Trials { get; }
}
