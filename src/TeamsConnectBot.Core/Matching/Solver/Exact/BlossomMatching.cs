namespace TeamsConnectBot.Core.Matching.Solver.Exact;

/// <summary>
/// Edmonds' maximum-weight matching (1965), one tree at a time, starting from the auction's duals so that few trees are needed and most
/// stay small. Invariants: every matched pair is tight (y + y + the z of each blossom around both = weight), and no pair exceeds
/// that. The matching is optimal once y = 0 for everybody who is free.
/// </summary>
/// <remarks>
/// Nodes 0 … n − 1 are people, the others blossoms: odd cycles of nodes, shrunk into one. A tree grows from a free root. The duals of its
/// even nodes fall over time and those of its odd nodes rise, so the time at which a pair becomes tight is known beforehand: it is an event
/// in a heap. All people of one tree have duals of the same parity, hence half the slack between two even ones is an integer.
/// </remarks>
internal sealed partial class BlossomMatching(LocalGraph graph)
{
    private const int None = 0;
    private const int Even = 1;
    private const int Odd = 2;

    private readonly MinHeap events = new();
    private readonly List<int> labelled = [];
    private readonly List<int> reached = [];
    private readonly Stack<int> unusedBlossoms = new();
    private int[] duals = [];
    private int[] since = [];
    private int[] labels = [];
    private int[] parents = [];
    private int[] bases = [];
    private int[] tops = [];
    private int[] mates = [];
    private int[] entryFrom = [];
    private int[] entryTo = [];
    private int[] marks = [];
    private Ring[] rings = [];
    private int mark;
    private int people;
    private int now;
    private int horizon;
    private long work;

    /// <summary>Partners by local number, −1 for people left free.</summary>
    public ReadOnlySpan<int> Mates => mates.AsSpan(0, people);

    /// <summary>Solves the loaded graph to optimality.</summary>
    /// <param name="start">Feasible duals of all people of the whole graph.</param>
    /// <param name="workLimit">The limit of the work of all runs, counted in steps so that it is the same on every machine.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <returns>Whether it finished within the limit.</returns>
    public bool Solve(int[] start, long workLimit, CancellationToken cancellationToken)
    {
        Reset(start);
        PairTight();
        for (var root = 0; root < people; root++)
        {
            if (mates[root] >= 0 || duals[root] == 0)
            {
                continue;
            }

            if (work > workLimit)
            {
                return false;
            }

            cancellationToken.ThrowIfCancellationRequested();
            Grow(root);
        }

        return true;
    }

    /// <summary>The bound proven by the duals, in dual units: Σ y + Σ z · (size − 1) / 2. Equal to the weight once solved.</summary>
    public long Bound()
    {
        var bound = duals.Take(people).Sum(dual => (long)dual);
        var members = new List<int>();
        for (var blossom = people; blossom < people + (people / 2) + 1; blossom++)
        {
            if (rings[blossom].Nodes is not null)
            {
                members.Clear();
                CollectPeople(blossom, members);
                bound += (long)duals[blossom] * (members.Count / 2);
            }
        }

        return bound;
    }

    private void Reset(int[] start)
    {
        people = graph.Count;
        var nodes = people + (people / 2) + 1;
        if (labels.Length < nodes)
        {
            Allocate(2 * nodes);
        }

        Array.Clear(since, 0, nodes);
        Array.Clear(labels, 0, nodes);
        Array.Clear(marks, 0, nodes);
        Array.Clear(rings, 0, nodes);
        Array.Fill(parents, -1, 0, nodes);
        Array.Fill(mates, -1, 0, people);
        mark = 0;
        for (var person = 0; person < people; person++)
        {
            tops[person] = bases[person] = person;
            duals[person] = start[graph.People[person]];
        }

        unusedBlossoms.Clear();
        for (var blossom = nodes - 1; blossom >= people; blossom--)
        {
            unusedBlossoms.Push(blossom);
        }
    }

    private void Allocate(int nodes)
    {
        (duals, since, labels, parents) = (new int[nodes], new int[nodes], new int[nodes], new int[nodes]);
        (bases, tops, mates, marks) = (new int[nodes], new int[nodes], new int[nodes], new int[nodes]);
        (entryFrom, entryTo, rings) = (new int[nodes], new int[nodes], new Ring[nodes]);
    }

    /// <summary>Matches along pairs that are tight from the start, which gives most people a partner at once.</summary>
    private void PairTight()
    {
        for (var person = 0; person < people; person++)
        {
            for (var entry = graph.Start[person]; mates[person] < 0 && entry < graph.Start[person + 1]; entry++)
            {
                var other = graph.To[entry];
                if (mates[other] < 0 && duals[person] + duals[other] == graph.Weight[entry])
                {
                    (mates[person], mates[other]) = (other, person);
                }
            }
        }
    }
}
