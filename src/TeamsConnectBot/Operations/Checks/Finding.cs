namespace TeamsConnectBot.Operations.Checks;

/// <summary>
/// Something a check can find. docs/troubleshooting.md has a row with exactly these sentences for every finding that is declared as a
/// static field.
/// </summary>
/// <param name="Id">A stable name for scripts, unique within its check.</param>
/// <param name="Says">What is wrong; each <c>…</c> is filled in.</param>
/// <param name="Fix">What to do about it.</param>
internal sealed record Finding(string Id, string Says, string Fix)
{
    private const char Blank = '…';

    public CheckState State { get; init; } = CheckState.Wrong;

    /// <summary>The finding with its blanks filled in, in order.</summary>
    public CheckResult With(params IReadOnlyList<string> values)
    {
        var parts = Says.Split(Blank);
        if (parts.Length != values.Count + 1)
        {
            throw new ArgumentException($"'{Says}' has {parts.Length - 1} blanks, not {values.Count}.", nameof(values));
        }

        var said = string.Concat(parts.Select((part, index) => index == 0 ? part : values[index - 1] + part));
        return new CheckResult(State, said, Fix, Id);
    }
}
