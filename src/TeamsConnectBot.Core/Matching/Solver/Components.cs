namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>Connected components: groups of people who cannot influence each other's pairs.</summary>
internal static class Components
{
    /// <summary>For each person, the lowest number in their component.</summary>
    private static int[] Find(MatchingGraph graph)
    {
        var root = new int[graph.People];
        for (var person = 0; person < root.Length; person++)
        {
            root[person] = person;
            var mine = person;
            foreach (var candidate in graph.Candidates(person))
            {
                if (candidate.Person < person)
                {
                    mine = Join(root, mine, RootOf(root, candidate.Person));
                }
            }
        }

        for (var person = 0; person < root.Length; person++)
        {
            root[person] = root[root[person]];
        }

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
    private static int Join(int[] root, int a, int b) => root[Math.Max(a, b)] = Math.Min(a, b);

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
