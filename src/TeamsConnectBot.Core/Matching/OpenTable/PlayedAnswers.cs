using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Matching.Settling;

namespace TeamsConnectBot.Core.Matching.OpenTable;

/// <summary>Simulates answers to a plan and settles them, to estimate how many yeses would be left over.</summary>
internal static class PlayedAnswers
{
    private const int Plays = 24;
    private const int OutOf = 1000;

    public static double LeftOutShare(
        Week week,
        AskPlan plan,
        PoolHistory history,
        MatchingRules rules,
        double yesChance,
        ulong seed,
        CancellationToken cancellationToken)
    {
        var random = new SplitMix64(seed);
        var (yeses, leftOut) = (0, 0);
        for (var play = 0; play < Plays; play++)
        {
            var said = new List<Acceptance>();
            foreach (var ask in plan.Asks)
            {
                if (random.Below(OutOf) < yesChance * OutOf)
                {
                    said.Add(new Acceptance(ask.Member, Tick(ask.Gaps, ref random)));
                }
            }

            yeses += said.Count;
            leftOut += Settler.Settle(week, said, history, rules, seed, cancellationToken).LeftOut.Count;
        }

        return yeses == 0 ? 0 : (double)leftOut / yeses;
    }

    /// <summary>Ticks some of what is offered, at least one.</summary>
    public static ImmutableArray<T> Tick<T>(ImmutableArray<T> offered, ref SplitMix64 random)
    {
        var ticked = ImmutableArray.CreateBuilder<T>();
        foreach (var one in offered)
        {
            if (random.Below(OutOf) < Chances.Tick * OutOf)
            {
                ticked.Add(one);
            }
        }

        return ticked.Count > 0 ? ticked.ToImmutable() : [offered[random.Below(offered.Length)]];
    }
}
