using TeamsConnectBot.Core.Matching.Learning;

namespace TeamsConnectBot.Core.Matching.Candidates;

/// <summary>Adds up what a possible connection is worth, from the <see cref="PairWeights"/> table and what the pool's answers taught.</summary>
internal sealed class PairWeigher
{
    private const int MostTurns = 3;
    private const int ChancePoints = 64;

    private readonly Roster roster;
    private readonly PairRules pairs;
    private readonly PairWeights weights;
    private readonly ulong seed;
    private readonly int[] learnt;

    public PairWeigher(Roster roster, PairRules pairs, MatchingRules rules, LearntWeights learnt, ulong seed)
    {
        (this.roster, this.pairs, this.seed) = (roster, pairs, seed);
        weights = rules.Weights;
        this.learnt = [.. Enumerable.Range(0, 4).Select(kind => learnt.FactorOf(new(rules.Offer, InPerson: kind >= 2, AcrossDepartments: kind % 2 == 1), weights.Learnt))];
    }

    /// <summary>What the matching weighs: the points, and more for whoever was left out.</summary>
    public int Weigh(int one, int other) => Points(one, other) + (weights.TurnLeftOut * (Turns(one) + Turns(other)));

    /// <summary>What a connection is worth by itself.</summary>
    public int Points(int one, int other)
    {
        var (first, second) = (roster.Members[one], roster.Members[other]);
        var points = weights.Base + (weights.Need * (Need(first.Need) + Need(second.Need)) / 2000);
        points += weights.SharedLanguage * Math.Min(2, pairs.SharedLanguages(one, other) - 1);
        var (here, there) = (roster.Department[one], roster.Department[other]);
        var across = here >= 0 && there >= 0 && here != there;
        points += across ? weights.OtherDepartment : 0;
        points += pairs.HaveMet(one, other) ? 0 : weights.New >> ((first.PrefersNewPeople ? 0 : 1) + (second.PrefersNewPeople ? 0 : 1));
        points += pairs.AskedAgain(one, other) ? weights.Again : 0;
        points += pairs.ShareOffer(one, other) ? weights.SharedOffer : 0;
        var inPerson = roster.ShareOffice(one, other);
        points += inPerson ? weights.InPerson : 0;
        var factor = learnt[(inPerson ? 2 : 0) + (across ? 1 : 0)];
        return (int)((long)points * factor / LearntWeights.One) + (int)(Mix.Of(seed, one, other) % ChancePoints);
    }

    private int Turns(int person) => Math.Clamp(roster.Members[person].TurnsLeftOut, 0, MostTurns);

    private static int Need(int need) => Math.Clamp(need, 0, 1000);
}
