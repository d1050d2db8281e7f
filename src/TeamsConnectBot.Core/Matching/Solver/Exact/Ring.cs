namespace TeamsConnectBot.Core.Matching.Solver.Exact;

/// <summary>
/// The contents of a blossom: an odd ring of nodes, the base first. Link k is the tight pair that joins node k to the next one. Links 1, 3,
/// 5 … are matched.
/// </summary>
internal readonly record struct Ring(int[] Nodes, (int From, int To)[] Links)
{
    /// <summary>The same ring, starting at another node.</summary>
    public Ring StartingAt(int position) => position == 0
        ? this
        : new Ring([.. Nodes[position..], .. Nodes[..position]], [.. Links[position..], .. Links[..position]]);

    /// <summary>The positions from a given one to the base, along the side with an even number of links; both ends are included.</summary>
    public IEnumerable<int> EvenPath(int position) => position % 2 == 0
        ? Enumerable.Range(0, position + 1).Reverse()
        : Enumerable.Range(position, Nodes.Length - position).Append(0);

    /// <summary>The pair that joins two neighbouring positions, from the side of the first.</summary>
    public (int From, int To) Between(int position, int next)
    {
        if ((position + 1) % Nodes.Length == next)
        {
            return Links[position];
        }

        var (from, to) = Links[next];
        return (to, from);
    }
}
