using System.Collections.Immutable;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Matching.Candidates;
using TeamsConnectBot.Core.Matching.Settling;

namespace TeamsConnectBot.Core.Matching.OpenTable;

/// <summary>Settles made-up answers to a plan, to see how many yeses would be left over.</summary>
internal static class PlayedAnswers
{
    private const int Plays = 24;
    private const int OutOf = 1000;

    public static double LeftOutShare(
        Week week, AskPlan plan, PoolHistory history, MatchingRules rules, double yesChance, ulong seed, CancellationToken cancellationToken)
    {
        var chance = new Mix(seed);
        var (yeses, leftOut) = (0, 0);
        for (var play = 0; play < Plays; play++)
        {
            var answers = new List<Answer>();
            foreach (var ask in plan.Asks)
            {
                if (chance.Below(OutOf) < yesChance * OutOf)
                {
                    answers.Add(new Answer(ask.Member, Tick(ask.Gaps, ref chance)));
                }
            }

            yeses += answers.Count;
            leftOut += Settler.Settle(week, answers, history, rules, seed, cancellationToken).LeftOut.Count;
        }

        return yeses == 0 ? 0 : (double)leftOut / yeses;
    }

    private static ImmutableArray<Slot> Tick(ImmutableArray<Slot> gaps, ref Mix chance)
    {
        var ticked = ImmutableArray.CreateBuilder<Slot>();
        foreach (var gap in gaps)
        {
            if (chance.Below(OutOf) < Chances.Tick * OutOf)
            {
                ticked.Add(gap);
            }
        }

        return ticked.Count > 0 ? ticked.ToImmutable() : [gaps[chance.Below(gaps.Length)]];
    }
}
