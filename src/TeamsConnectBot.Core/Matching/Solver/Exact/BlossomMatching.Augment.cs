namespace TeamsConnectBot.Core.Matching.Solver.Exact;

internal sealed partial class BlossomMatching
{
    /// <summary>Gives an even person a new partner (or −1 to leave them free) and swaps pairs along the tree up to its root.</summary>
    private void Augment(int person, int partner)
    {
        while (true)
        {
            var top = tops[person];
            var oldMate = mates[bases[top]];
            Rebase(top, person);
            mates[person] = partner;
            if (oldMate < 0)
            {
                return;
            }

            var odd = tops[oldMate];
            var (from, to) = (entryFrom[odd], entryTo[odd]);
            Rebase(odd, to);
            mates[to] = from;
            (person, partner) = (from, to);
        }
    }

    /// <summary>Pairs the people of a node among themselves so that only the given one is left for a partner outside.</summary>
    private void Rebase(int node, int person)
    {
        if (node < people || bases[node] == person)
        {
            return;
        }

        var child = person;
        while (parents[child] != node)
        {
            child = parents[child];
        }

        var ring = rings[node];
        var start = Array.IndexOf(ring.Nodes, child);
        Rebase(child, person);
        int[] path = [.. ring.EvenPath(start)];
        for (var step = 2; step < path.Length; step += 2)
        {
            var (from, to) = ring.Between(path[step - 1], path[step]);
            Rebase(ring.Nodes[path[step - 1]], from);
            Rebase(ring.Nodes[path[step]], to);
            (mates[from], mates[to]) = (to, from);
        }

        rings[node] = ring.StartingAt(start);
        bases[node] = person;
    }
}
