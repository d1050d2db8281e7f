namespace TeamsConnectBot.Core.Matching.Engine.Exact;

internal sealed partial class BlossomMatching
{
    /// <summary>Gives an even person a new partner (−1: leaves them free) and swaps pairs along the tree up to its root.</summary>
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

    /// <summary>Pairs a node's people among themselves so that only the given one is left for a partner outside.</summary>
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
        var previous = -1;
        var steps = 0;
        foreach (var position in ring.EvenWay(start))
        {
            if (steps > 0 && steps % 2 == 0)
            {
                var (from, to) = ring.Between(previous, position);
                Rebase(ring.Nodes[previous], from);
                Rebase(ring.Nodes[position], to);
                (mates[from], mates[to]) = (to, from);
            }

            previous = position;
            steps++;
        }

        rings[node] = ring.StartingAt(start);
        bases[node] = person;
    }
}
