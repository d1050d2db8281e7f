namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>Connected components: groups of people who cannot influence each other's pairs.</summary>
internal static class Components
{
    /// <summary>How many candidates of each person are enough to find most of the largest component.</summary>
    private const int Sample = 2;

    /// <summary>For each person, the lowest number in their component (after Sutton, Ben-Nun and Barak's Afforest, 2018).</summary>
    private static int[] Find(MatchingGraph graph)
    {
        int[] root = [.. Enumerable.Range(0, graph.People)];
        for (var person = 0; person < root.Length; person++)
        {
            Join(root, person, graph.Candidates(person)[..Math.Min(Sample, graph.Candidates(person).Length)]);
        }

        Flatten(root);
        var largest = MostFrequent(root);
        for (var person = 0; person < root.Length; person++)
        {
            // A pair that joins the largest component to another stands in the other's lists too.
            if (root[person] != largest)
            {
                Join(root, person, graph.Candidates(person));
            }
        }

        Flatten(root);
        return root;
    }

    /// <summary>The members of every component of at most a number of people, smaller components first.</summary>
    public static IEnumerable<ReadOnlyMemory<int>> SmallestFirst(MatchingGraph graph, int limit)
    {
        var componentOf = Find(graph);
        var sizes = new int[graph.People];
        foreach (var component in componentOf)
        {
            sizes[component]++;
        }

        int[] people = [.. Enumerable.Range(0, sizes.Length).Where(person => sizes[componentOf[person]] <= limit)];
        var keys = Array.ConvertAll(people, person => ((long)sizes[componentOf[person]] << 32) | (uint)componentOf[person]);
        Array.Sort(keys, people);
        return Slices(people, componentOf, sizes);
    }

    private static IEnumerable<ReadOnlyMemory<int>> Slices(int[] people, int[] componentOf, int[] sizes)
    {
        for (var start = 0; start < people.Length;)
        {
            var size = sizes[componentOf[people[start]]];
            yield return people.AsMemory(start, size);
            start += size;
        }
    }

    /// <summary>The lower root wins, so that every root points below itself and one ascending pass flattens the trees.</summary>
    private static void Join(int[] root, int person, ReadOnlySpan<Neighbour> candidates)
    {
        var mine = RootOf(root, person);
        foreach (var candidate in candidates)
        {
            var other = RootOf(root, candidate.Person);
            root[Math.Max(mine, other)] = mine = Math.Min(mine, other);
        }
    }

    private static void Flatten(int[] root)
    {
        for (var person = 0; person < root.Length; person++)
        {
            root[person] = root[root[person]];
        }
    }

    private static int MostFrequent(int[] root)
    {
        var sizes = new int[root.Length];
        var most = 0;
        foreach (var component in root)
        {
            most = ++sizes[component] > sizes[most] ? component : most;
        }

        return most;
    }

    private static int RootOf(int[] root, int person)
    {
        while (root[person] != person)
        {
            root[person] = root[root[person]];
            person = root[person];
        }

        return person;
    }
}
