namespace TeamsConnectBot.Core.Matching.Solver.Exact;

internal sealed partial class BlossomMatching
{
    /// <summary>
    /// Handles a tight pair of two even nodes: the odd ring that it closes in the tree becomes one even node, so its odd people become
    /// even.
    /// </summary>
    private void Shrink(int from, int to)
    {
        var ancestor = CommonAncestor(tops[from], tops[to]);
        var nodes = new List<int> { ancestor };
        var links = new List<(int From, int To)>();
        AddBranch(from, ancestor, nodes, links);
        links.Add((from, to));
        AddReversedBranch(to, ancestor, nodes, links);

        var blossom = unusedBlossoms.Pop();
        var firstNew = reached.Count;
        foreach (var node in nodes)
        {
            FixPeople(node, blossom, wasOdd: labels[node] == Odd);
            if (node >= people)
            {
                Fix(node);
            }

            parents[node] = blossom;
        }

        rings[blossom] = new Ring([.. nodes], [.. links]);
        parents[blossom] = -1;
        bases[blossom] = bases[ancestor];
        duals[blossom] = 0;
        Label(blossom, Even);
        ScanReached(firstNew);
    }

    /// <summary>From the ancestor down to a person's node, in ring order.</summary>
    private void AddBranch(int person, int ancestor, List<int> nodes, List<(int From, int To)> links)
    {
        var (firstNode, firstLink) = (nodes.Count, links.Count);
        for (var node = tops[person]; node != ancestor; node = tops[entryFrom[nodes[^1]]])
        {
            var odd = tops[mates[bases[node]]];
            nodes.Add(node);
            nodes.Add(odd);
            links.Add((mates[bases[node]], bases[node]));
            links.Add((entryFrom[odd], entryTo[odd]));
        }

        nodes.Reverse(firstNode, nodes.Count - firstNode);
        links.Reverse(firstLink, links.Count - firstLink);
    }

    /// <summary>From a person's node up to just below the ancestor, in ring order.</summary>
    private void AddReversedBranch(int person, int ancestor, List<int> nodes, List<(int From, int To)> links)
    {
        for (var node = tops[person]; node != ancestor; node = tops[entryFrom[nodes[^1]]])
        {
            var odd = tops[mates[bases[node]]];
            nodes.Add(node);
            nodes.Add(odd);
            links.Add((bases[node], mates[bases[node]]));
            links.Add((entryTo[odd], entryFrom[odd]));
        }
    }

    private int CommonAncestor(int first, int second)
    {
        mark++;
        while (true)
        {
            if (first >= 0)
            {
                if (marks[first] == mark)
                {
                    return first;
                }

                marks[first] = mark;
                first = EvenParent(first);
            }

            (first, second) = (second, first);
        }
    }

    /// <summary>The even node two steps nearer the root, or −1 at the root.</summary>
    private int EvenParent(int node)
    {
        var mate = mates[bases[node]];
        return mate < 0 ? -1 : tops[entryFrom[tops[mate]]];
    }

    /// <summary>Fixes the duals of a node's people before it joins a blossom; those who were odd must be scanned.</summary>
    private void FixPeople(int node, int blossom, bool wasOdd)
    {
        var start = reached.Count;
        CollectPeople(node, reached);
        for (var index = start; index < reached.Count; index++)
        {
            Fix(reached[index]);
        }

        for (var index = start; index < reached.Count; index++)
        {
            tops[reached[index]] = blossom;
        }

        if (!wasOdd)
        {
            reached.RemoveRange(start, reached.Count - start);
        }
    }

    /// <summary>Expands an odd blossom whose z reached 0. The even path from the tree's entry to the base stays in the tree.</summary>
    private void Expand(int blossom)
    {
        var ring = rings[blossom];
        var start = reached.Count;
        CollectPeople(blossom, reached);
        for (var index = start; index < reached.Count; index++)
        {
            Fix(reached[index]);
        }

        reached.RemoveRange(start, reached.Count - start);
        foreach (var node in ring.Nodes)
        {
            parents[node] = -1;
            labels[node] = None;
            since[node] = now;
            SetTop(node, node);
        }

        var (from, to) = (entryFrom[blossom], entryTo[blossom]);
        labels[blossom] = None;
        rings[blossom] = default;
        unusedBlossoms.Push(blossom);
        KeepEvenPath(ring, from, to);
        foreach (var node in ring.Nodes)
        {
            if (labels[node] == None)
            {
                ScanFromOutside(node);
            }
        }
    }

    private void KeepEvenPath(Ring ring, int from, int to)
    {
        var evenPeople = new List<int>();
        var previous = -1;
        foreach (var position in ring.EvenPath(Array.IndexOf(ring.Nodes, tops[to])))
        {
            var node = ring.Nodes[position];
            if (previous >= 0 && labels[ring.Nodes[previous]] == Odd)
            {
                MakeEven(node);
                CollectPeople(node, evenPeople);
            }
            else
            {
                var (entry, exit) = previous < 0 ? (from, to) : ring.Between(previous, position);
                MakeOdd(node, entry, exit);
            }

            previous = position;
        }

        foreach (var person in evenPeople)
        {
            Scan(person);
        }
    }

    /// <summary>Schedules the pairs by which even people of the tree may again reach people who dropped out of it.</summary>
    private void ScanFromOutside(int node)
    {
        var outside = new List<int>();
        CollectPeople(node, outside);
        foreach (var person in outside)
        {
            work += graph.Start[person + 1] - graph.Start[person];
            for (var entry = graph.Start[person]; entry < graph.Start[person + 1]; entry++)
            {
                if (labels[tops[graph.To[entry]]] == Even)
                {
                    Schedule(now + Dual(person) + Dual(graph.To[entry]) - graph.Weight[entry], entry);
                }
            }
        }
    }

    private void SetTop(int node, int top)
    {
        var members = new List<int>();
        CollectPeople(node, members);
        foreach (var person in members)
        {
            tops[person] = top;
        }
    }
}
