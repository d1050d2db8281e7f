namespace TeamsConnectBot.Core.Matching.Engine;

/// <summary>One run of the fast way: auction, certificate, pairs from paths and cycles, repair, local search. Linear in practice.</summary>
internal sealed class NearOptimal
{
    private NearOptimal(Pairing pairing, int[] duals)
    {
        Pairing = pairing;
        Duals = duals;
    }

    public Pairing Pairing { get; }

    /// <summary>A feasible dual for everybody; half their sum over the scale bounds every matching's weight.</summary>
    public int[] Duals { get; }

    public static NearOptimal Run(MatchingGraph graph, Scale scale, int[]? order, RunControl control)
    {
        var auction = new Auction(graph, scale, order);
        auction.Run(control);
        var duals = DualBound.From(graph, scale, auction.Prices, control);
        var pairing = Courtship.Resolve(graph, auction.Courted);
        new Repair(graph, scale, duals, pairing).Run(control);
        new LocalSearch(graph, scale, duals, pairing).Run(control);
        return new NearOptimal(pairing, duals);
    }
}
