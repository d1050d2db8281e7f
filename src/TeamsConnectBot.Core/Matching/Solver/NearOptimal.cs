using TeamsConnectBot.Core.Matching.Solver.Exact;

namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>One run of the fast method: auction, dual bound, paths and cycles, repair, local search. Linear in practice.</summary>
/// <param name="Pairing">The matching.</param>
/// <param name="Duals">A feasible dual for each person; their sum, divided by the dual scale, bounds the weight of every matching.</param>
internal sealed record NearOptimal(Pairing Pairing, int[] Duals)
{
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

    public static NearOptimal Run(MatchingGraph graph, Scale scale, int[]? order, CancellationToken cancellationToken)
    {
        var auction = new Auction(graph, scale, order);
        auction.Run(cancellationToken);
        var best = Courtship.Resolve(graph, auction);
        for (var refinement = 0; refinement < Refinements(graph.People); refinement++)
        {
            auction.Refine(backwards: refinement % 2 == 0, cancellationToken);
            Merge.BestOf(best, Courtship.Resolve(graph, auction));
        }

        var duals = DualBound.From(graph, scale, auction.Prices, cancellationToken);
        new Repair(graph, scale, duals, best).Run(cancellationToken);
        new LocalSearch(graph, scale, duals, best).Run(cancellationToken);
        return new NearOptimal(best, duals);
    }

    /// <summary>
    /// An error costs a small pool more than a large one, where errors average out. Merging a few outcomes of the same auction undoes most
    /// of them in little time, and leaves less to repair.
    /// </summary>
    private static int Refinements(int people) => people switch
    {
        < 8_000 => 2,
        < 300_000 => 1,
        _ => 0,
    };
}
