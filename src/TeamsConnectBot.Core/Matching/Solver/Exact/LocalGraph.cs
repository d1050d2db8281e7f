namespace TeamsConnectBot.Core.Matching.Solver.Exact;

/// <summary>One component, renumbered from 0, with weights in dual units. Reused for each component.</summary>
internal sealed class LocalGraph(MatchingGraph graph, Scale scale)
{
    private readonly int[] numberOf = new int[graph.People];

    /// <summary>For each new number, the person's number in the whole graph.</summary>
    public int[] People { get; private set; } = [];

    /// <summary>Where each person's entries begin in <see cref="To"/>, and where the last person's end.</summary>
    public int[] Start { get; private set; } = [];

    /// <summary>For each entry, the person it belongs to.</summary>
    public int[] From { get; private set; } = [];

    /// <summary>For each entry, the other person.</summary>
    public int[] To { get; private set; } = [];

    /// <summary>For each entry, the weight in dual units (even, so that half a slack is an integer).</summary>
    public int[] Weight { get; private set; } = [];

    public int Count { get; private set; }

    public int Entries => Start[Count];

    public void Load(ReadOnlySpan<int> people)
    {
        Count = people.Length;
        People = AtLeast(People, Count);
        Start = AtLeast(Start, Count + 1);
        people.CopyTo(People);
        for (var number = 0; number < Count; number++)
        {
            numberOf[people[number]] = number;
            Start[number + 1] = Start[number] + graph.Candidates(people[number]).Length;
        }

        (From, To, Weight) = (AtLeast(From, Entries), AtLeast(To, Entries), AtLeast(Weight, Entries));
        var entry = 0;
        for (var number = 0; number < Count; number++)
        {
            foreach (var candidate in graph.Candidates(people[number]))
            {
                From[entry] = number;
                To[entry] = numberOf[candidate.Person];
                Weight[entry++] = candidate.Weight * scale.Dual;
            }
        }
    }

    private static int[] AtLeast(int[] array, int length) => array.Length >= length ? array : new int[Math.Max(length, 2 * array.Length)];
}
