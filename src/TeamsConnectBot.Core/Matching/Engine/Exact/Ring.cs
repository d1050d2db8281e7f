namespace TeamsConnectBot.Core.Matching.Engine.Exact;

/// <summary>
/// What a blossom is made of: an odd ring of nodes, the base first. Link k is the tight pair that joins node k to the next one.
/// Links 1, 3, 5 … are matched.
/// </summary>
internal readonly record struct Ring(int[] Nodes, (int From, int To)[] Links)
{
    public int Length => Nodes.Length;

    /// <summary>The same ring, seen from another node.</summary>
    public Ring StartingAt(int position)
    {
        if (position == 0)
        {
            return this;
        }

        return new Ring([.. Nodes[position..], .. Nodes[..position]], [.. Links[position..], .. Links[..position]]);
    }

    /// <summary>The positions from one to the base along the side with an even number of links; both ends included.</summary>
    public IEnumerable<int> EvenWay(int position)
    {
        if (position % 2 == 0)
        {
            for (var at = position; at >= 0; at--)
            {
                yield return at;
            }

            yield break;
        }

        for (var at = position; at < Length; at++)
        {
            yield return at;
        }

        yield return 0;
    }

    /// <summary>The pair that joins two neighbouring positions, from the first's side.</summary>
    public (int From, int To) Between(int position, int next)
    {
        if ((position + 1) % Length == next)
        {
            return Links[position];
        }

        var (from, to) = Links[next];
        return (to, from);
    }
}
