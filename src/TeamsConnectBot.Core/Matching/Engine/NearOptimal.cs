using TeamsConnectBot.Core.Matching.Engine.Exact;

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

    /// <summary>The bound for everybody outside the components that were solved to optimality.</summary>
    public long BoundWithout(ExactParts exact, Scale scale)
    {
        long sum = 0;
        for (var person = 0; person < Duals.Length; person++)
        {
            sum += exact.IsSolved(person) ? 0 : Duals[person];
        }

        return sum / scale.Dual;
    }

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
