namespace TeamsConnectBot.Core.Rules.Reading;

/// <summary>
/// Collects problems. All are counted, but only the first hundred are kept, because a large file can have millions of them.
/// </summary>
internal sealed class ProblemList
{
    private const int MaxKept = 100;
    private readonly List<RuleProblem> kept = [];

    /// <summary>The number of problems.</summary>
    public int Count { get; private set; }

    /// <summary>The first problems.</summary>
    public ImmutableArray<RuleProblem> Kept => [.. kept];

    public void Add(params IEnumerable<RuleProblem> problems)
    {
        foreach (var problem in problems)
        {
            if (Count++ < MaxKept)
            {
                kept.Add(problem);
            }
        }
    }
}
