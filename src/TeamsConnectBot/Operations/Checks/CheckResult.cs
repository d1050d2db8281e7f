namespace TeamsConnectBot.Operations.Checks;

/// <summary>What came of a check.</summary>
internal enum CheckState
{
    Good,

    /// <summary>The service works nevertheless.</summary>
    Warning,

    Wrong,

    /// <summary>Nothing is known about it.</summary>
    NotTried,
}

/// <summary>The result of one check.</summary>
/// <param name="State">What came of it.</param>
/// <param name="Says">What is wrong, or why it was not tried; a detail or null when it is good.</param>
/// <param name="Fix">What to do about it; null when it is good.</param>
/// <param name="Finding">The <see cref="Finding"/>'s id; null when it is good.</param>
internal sealed record CheckResult(CheckState State, string? Says = null, string? Fix = null, string? Finding = null)
{
    public static CheckResult Good(string? detail = null) => new(CheckState.Good, detail);
}
