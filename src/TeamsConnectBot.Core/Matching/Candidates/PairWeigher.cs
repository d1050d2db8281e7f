namespace TeamsConnectBot.Core.Matching;

/// <summary>Adds up what a possible connection is worth, from the <see cref="PairWeights"/> table.</summary>
internal sealed class PairWeigher(Roster roster, PairRules pairs, PairWeights weights, ulong seed)
{
    private const int MostTurns = 3;
    private const int ChancePoints = 64;

    public int Weigh(int one, int other)
    {
        var (first, second) = (roster.Members[one], roster.Members[other]);
        var weight = weights.Base + (weights.Need * (Need(first.Need) + Need(second.Need)) / 2000);
        weight += weights.TurnLeftOut * (Turns(first.TurnsLeftOut) + Turns(second.TurnsLeftOut));
        weight += weights.SharedLanguage * Math.Min(2, pairs.SharedLanguages(one, other) - 1);
        var (here, there) = (roster.Department[one], roster.Department[other]);
        weight += here >= 0 && there >= 0 && here != there ? weights.OtherDepartment : 0;
        weight += pairs.HaveMet(one, other) ? 0 : weights.New >> ((first.PrefersNewPeople ? 0 : 1) + (second.PrefersNewPeople ? 0 : 1));
        weight += pairs.AskedAgain(one, other) ? weights.Again : 0;
        weight += pairs.ShareOffer(one, other) ? weights.SharedOffer : 0;
        weight += roster.ShareOffice(one, other) ? weights.InPerson : 0;
        return weight + (int)(Mix.Of(seed, one, other) % ChancePoints);
    }

    private static int Need(int need) => Math.Clamp(need, 0, 1000);

    private static int Turns(int turns) => Math.Clamp(turns, 0, MostTurns);
}
