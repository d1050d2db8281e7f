using System.Runtime.CompilerServices;

namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>
/// Bertsekas' auction (1979, 1988) on the double cover: everybody is both a bidder and an item, so everybody ends up
/// courting one candidate and being courted by at most one person. A displaced bidder bids again; each bid raises the item's price by the
/// bidder's margin over their second choice plus ε. ε starts coarse and becomes finer while prices are kept: few bids, near-optimal prices.
/// </summary>
internal sealed unsafe class Auction(MatchingGraph graph, Scale scale, int[]? order)
{
    /// <summary>
    /// The maximum number of bidders in flight: while others bid, the list of a displaced bidder is prefetched from memory.
    /// </summary>
    private const int Ring = 16;

    private const int BidsBetweenChecks = 1 << 16;
    private const int LinesAhead = 3;
    private const int FinestRefinement = 5120;

    private static readonly int[] Fineness = [20, 160, 1280];

    private readonly int shift = int.Log2(scale.Price);

    /// <summary>The price of each item, in price units.</summary>
    public int[] Prices { get; } = new int[graph.People];

    /// <summary>The entry in the candidate lists that each person courts, or −1.</summary>
    public int[] Courted { get; } = new int[graph.People];

    /// <summary>Who courts each person, or −1.</summary>
    public int[] Suitors { get; } = new int[graph.People];

    public void Run(CancellationToken cancellationToken) =>
        Array.ForEach(Fineness, fineness => RunPhase(fineness, backwards: false, cancellationToken));

    /// <summary>Runs one more, finer phase; from the other end of the order it finds a different, equally good outcome.</summary>
    public void Refine(bool backwards, CancellationToken cancellationToken) => RunPhase(FinestRefinement, backwards, cancellationToken);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunPhase(int fineness, bool backwards, CancellationToken cancellationToken)
    {
        var raise = Math.Max(1, (int)((long)scale.Price * graph.HeaviestWeight / fineness));
        Array.Fill(Suitors, -1);
        Array.Fill(Courted, -1);
        var people = graph.People;
        var waiting = stackalloc int[Ring];
        int head = 0, inFlight = 0, started = 0, untilCheck = BidsBetweenChecks;
        fixed (Neighbour* lists = graph.Neighbours)
        fixed (int* offsets = graph.Offsets, prices = Prices, suitors = Suitors, courted = Courted, sequence = order)
        {
            while (true)
            {
                while (inFlight < Ring && started < people)
                {
                    var turn = backwards ? people - 1 - started : started;
                    var bidder = sequence == null ? turn : sequence[turn];
                    started++;
                    Prefetch.Lines(lists + offsets[bidder], LinesAhead);
                    waiting[(head + inFlight++) % Ring] = bidder;
                }

                if (inFlight == 0)
                {
                    return;
                }

                if (--untilCheck == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    untilCheck = BidsBetweenChecks;
                }

                var person = waiting[head];
                head = (head + 1) % Ring;
                inFlight--;
                var start = offsets[person];
                var bid = Bid.Best(lists + start, offsets[person + 1] - start, prices, shift);
                if (bid.Entry < 0)
                {
                    continue;
                }

                var entry = start + bid.Entry;
                var candidate = lists[entry].Person;
                var displaced = suitors[candidate];
                suitors[candidate] = person;
                courted[person] = entry;
                prices[candidate] += bid.Profit - bid.SecondProfit + raise;
                if (displaced >= 0)
                {
                    courted[displaced] = -1;
                    Prefetch.Lines(lists + offsets[displaced], LinesAhead);
                    waiting[(head + inFlight++) % Ring] = displaced;
                }
            }
        }
    }
}
