using System.Collections.Immutable;

namespace TeamsConnectBot.Core.Rules.Reading;

/// <summary>
/// What is wrong, as it is met. All of it is counted; only the first hundred are kept, since a file can be wrong a million times.
/// </summary>
internal sealed class ProblemList
{
    public const int MostKept = 100;

    private readonly List<RuleProblem> kept = [];

    /// <summary>How many there were.</summary>
    public int Count { get; private set; }

    /// <summary>The first of them.</summary>
    public ImmutableArray<RuleProblem> Kept => [.. kept];

    public void Add(RuleProblem problem)
    {
        if (Count++ < MostKept)
        {
            kept.Add(problem);
        }
    }

    public void AddRange(IEnumerable<RuleProblem> problems)
    {
        foreach (var problem in problems)
        {
            Add(problem);
        }
    }
}
