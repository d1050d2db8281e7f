using TeamsConnectBot.Core.Matching.Learning;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Candidates;

/// <summary>
/// Adds up what a possible connection is worth, from the <see cref="PairWeights"/> and what was learned from the pool's answers.
/// </summary>
internal sealed class PairWeigher(Roster roster, PairRules pairs, MatchingRules rules, LearnedWeights learned, ulong seed)
{
    private const int MostTurns = 3;
    private const int MostTopics = 2;
    private const int RandomPoints = 64;

    private readonly PairWeights weights = rules.Weights;

    private readonly int[] factors =
    [
        .. Enumerable.Range(0, 4).Select(kind =>
            learned.FactorOf(new(rules.Offer, InPerson: kind >= 2, AcrossDepartments: kind % 2 == 1), rules.Weights.Learned)),
    ];

    /// <summary>The weight in the matching: the points, and more for people who were left out before.</summary>
    public int Weigh(int one, int other) => Points(one, other) + (weights.TurnLeftOut * (Turns(one) + Turns(other)));

    /// <summary>What a connection is worth by itself.</summary>
    public int Points(int one, int other)
    {
        var (first, second) = (roster.Members[one], roster.Members[other]);
        var points = weights.Base + (weights.Need * (Need(first.Need) + Need(second.Need)) / 2000);
        points += weights.SharedLanguage * Math.Min(2, pairs.SharedLanguages(one, other) - 1);
        var (here, there) = (roster.Department[one], roster.Department[other]);
        var across = here >= 0 && there >= 0 && here != there;
        points += across ? weights.OtherDepartment + (weights.WishedDepartment * Wishes(first, second)) : 0;
        points += pairs.HaveMet(one, other) ? 0 : weights.New >> ((first.PrefersNewPeople ? 0 : 1) + (second.PrefersNewPeople ? 0 : 1));
        points += pairs.AskedAgain(one, other) ? weights.Again : 0;
        points += pairs.ShareOffer(one, other) ? weights.SharedOffer : 0;
        points += weights.SharedTopic * TopicsInCommon(first, second);
        points += first.CanLearnWith(second) ? weights.Learning : 0;
        var inPerson = roster.ShareOffice(one, other);
        points += inPerson ? weights.InPerson : 0;
        var factor = factors[(inPerson ? 2 : 0) + (across ? 1 : 0)];
        return (int)((long)points * factor / LearnedWeights.One) + (int)(SplitMix64.Of(seed, one, other) % RandomPoints);
    }

    private static int Wishes(PoolMember first, PoolMember second) =>
        (first.PrefersOtherDepartment ? 1 : 0) + (second.PrefersOtherDepartment ? 1 : 0);

    private static int TopicsInCommon(PoolMember first, PoolMember second) =>
        first.Topics.IsEmpty || second.Topics.IsEmpty ? 0 : Math.Min(MostTopics, first.Topics.Count(second.Topics.Contains));

    private int Turns(int person) => Math.Clamp(roster.Members[person].TurnsLeftOut, 0, MostTurns);

    private static int Need(int need) => Math.Clamp(need, 0, 1000);
}
