namespace TeamsConnectBot.Operations.Checks;

/// <summary>What came of trying one thing.</summary>
/// <param name="Subject">What was tried.</param>
/// <param name="Wrong">What is wrong; null when it works.</param>
/// <param name="Mend">What to do about it.</param>
internal sealed record Finding(string Subject, string? Wrong = null, string? Mend = null);

/// <summary>One thing an installation needs. Trying it changes nothing and throws nothing.</summary>
internal abstract class CheckStep
{
    public abstract Task<IReadOnlyList<Finding>> TryAsync(CancellationToken cancellationToken);
}
