namespace TeamsConnectBot.Core.Matching.Engine.Exact;

/// <summary>
/// Edmonds' maximum-weight matching (1965), one tree at a time and started from the auction's duals, so that few trees are needed
/// and most stay small. Invariants: every pair is tight (y + y + z's of the blossoms around both = weight) and no other is less than
/// tight; the matching is optimal once everybody who is free has y = 0.
/// </summary>
/// <remarks>
/// Nodes 0 … n − 1 are people, the others blossoms: odd cycles of nodes, shrunk into one. A tree grows from a free root. Its even
/// nodes' values fall with time and its odd nodes' rise, so whatever becomes tight happens at a known time: an event in a heap.
/// All people of one tree have duals of the same parity, hence half the slack between two even ones is whole.
/// </remarks>
internal sealed partial class BlossomMatching
{
    private const int None = 0;
    private const int Even = 1;
    private const int Odd = 2;

    private readonly LocalGraph graph;
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

    public BlossomMatching(LocalGraph graph) => this.graph = graph;

    /// <summary>Partners by local number, −1 for people left free.</summary>
    public ReadOnlySpan<int> Mates => mates.AsSpan(0, people);

    /// <summary>What has been looked at so far, over all runs: a measure of time that is the same on every machine.</summary>
    public long Work => work;

    /// <summary>Solves the loaded graph to optimality.</summary>
    /// <param name="start">Feasible duals of the whole graph's people.</param>
    /// <param name="workLimit">Where <see cref="Work"/> may not pass.</param>
    /// <param name="control">Cancellation.</param>
    /// <returns>Whether it got there within the limit.</returns>
    public bool Solve(int[] start, long workLimit, RunControl control)
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

            control.ThrowIfCancelled();
            Grow(root);
        }

        return true;
    }

    /// <summary>What the duals prove, in dual units: Σ y + Σ z · (size − 1) / 2. Equal to the weight once solved.</summary>
    public long Bound()
    {
        long bound = 0;
        for (var person = 0; person < people; person++)
        {
            bound += duals[person];
        }

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

    /// <summary>Most people find a partner at once, along pairs that are tight from the start.</summary>
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
