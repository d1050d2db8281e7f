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
        var outcomes = new List<Pairing> { Courtship.Resolve(graph, auction.Courted) };
        for (var refinement = 0; refinement < Refinements(graph.People); refinement++)
        {
            auction.Refine(backwards: refinement % 2 == 0, control);
            outcomes.Add(Courtship.Resolve(graph, auction.Courted));
        }

        var duals = DualBound.From(graph, scale, auction.Prices, control);
        foreach (var pairing in outcomes)
        {
            new Repair(graph, scale, duals, pairing).Run(control);
        }

        var best = outcomes[0];
        foreach (var pairing in outcomes[1..])
        {
            Merge.BestOf(best, pairing);
        }

        new LocalSearch(graph, scale, duals, best).Run(control);
        return new NearOptimal(best, duals);
    }

    /// <summary>
    /// A repair that took a poor turn costs a small pool more than a large one, where errors average out; merging a few outcomes of
    /// the same auction undoes most of them for little time.
    /// </summary>
    private static int Refinements(int people) => people switch
    {
        < 8_000 => 2,
        < 300_000 => 1,
        _ => 0,
    };
}
