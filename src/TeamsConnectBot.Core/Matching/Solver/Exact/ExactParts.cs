namespace TeamsConnectBot.Core.Matching.Solver.Exact;

/// <summary>
/// Solves every component that is small enough to optimality, smallest first, until a budget of work is spent. The budget counts pair
/// checks rather than time, so the outcome does not depend on the machine.
/// </summary>
internal sealed class ExactParts(MatchingGraph graph, Scale scale)
{
    /// <summary>The largest component worth an exact search; also keeps the nesting of blossoms, and so recursion, shallow.</summary>
    private const int PeopleLimit = 4_000;

    private const long WorkPerPair = 20;
    private const long ExtraWork = 20_000_000;

    private readonly bool[] solved = new bool[graph.People];

    /// <summary>Whether a person's component is solved to optimality.</summary>
    public bool IsSolved(int person) => solved[person];

    /// <summary>The proven upper bound of the weight of the solved components.</summary>
    public long Bound { get; private set; }

    /// <summary>How many people are in components that were not solved.</summary>
    public int PeopleLeft { get; private set; } = graph.People;

    public void Solve(Pairing pairing, int[] duals, CancellationToken cancellationToken)
    {
        var budget = ExtraWork + (WorkPerPair * graph.Pairs);
        var local = new LocalGraph(graph, scale);
        var blossoms = new BlossomMatching(local);
        foreach (var members in Components.SmallestFirst(graph, PeopleLimit))
        {
            local.Load(members.Span);
            if (!blossoms.Solve(duals, budget, cancellationToken))
            {
                return;
            }

            Bound += blossoms.Bound() / scale.Dual;
            Take(local.People.AsSpan(0, local.Count), blossoms.Mates, pairing);
        }
    }

    private void Take(ReadOnlySpan<int> people, ReadOnlySpan<int> mates, Pairing pairing)
    {
        PeopleLeft -= people.Length;
        for (var number = 0; number < mates.Length; number++)
        {
            var person = people[number];
            solved[person] = true;
            if (mates[number] < 0)
            {
                pairing.Free(person);
            }
            else if (mates[number] > number)
            {
                var mate = people[mates[number]];
                pairing.Join(person, mate, graph.WeightOf(person, mate));
            }
        }
    }
}
