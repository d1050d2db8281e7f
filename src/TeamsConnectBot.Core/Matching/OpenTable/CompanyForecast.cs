using System.Collections.Immutable;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Matching.Candidates;

namespace TeamsConnectBot.Core.Matching.OpenTable;

/// <summary>
/// Plays the answers to a set of moments many times over and counts how often a yes would end alone. Cautious: few say
/// yes, and not everybody ticks every moment they could.
/// </summary>
internal sealed class CompanyForecast(ImmutableArray<(int Start, int Host)> moments, Func<int, int, int, bool> canSit, ulong seed)
{
    private const int Plays = 400;
    private const int OutOf = 1000;
    private const int YesOutOf = (int)(Chances.Yes * OutOf);
    private const int TickOutOf = (int)(Chances.Tick * OutOf);

    /// <summary>The chance, for each person who is asked, that their yes ends alone; and for everyone together.</summary>
    /// <param name="asked">For each person, which of the moments they are offered; a host isn't among them.</param>
    public (Dictionary<int, double> OfPerson, double Share) LeftAlone(IReadOnlyDictionary<int, int[]> asked)
    {
        var chance = new Mix(seed);
        var yeses = asked.Keys.ToDictionary(person => person, _ => 0);
        var alone = asked.Keys.ToDictionary(person => person, _ => 0);
        int[] order = [.. asked.Keys.Order()];
        for (var play = 0; play < Plays; play++)
        {
            var ticks = new List<(int Person, int[] Moments)>();
            foreach (var person in order)
            {
                if (chance.Below(OutOf) < YesOutOf)
                {
                    yeses[person]++;
                    ticks.Add((person, Tick(asked[person], ref chance)));
                }
            }

            foreach (var person in Alone(ticks))
            {
                alone[person]++;
            }
        }

        var total = yeses.Values.Sum();
        return (
            order.ToDictionary(person => person, person => yeses[person] == 0 ? 0 : (double)alone[person] / yeses[person]),
            total == 0 ? 0 : (double)alone.Values.Sum() / total);
    }

    private static int[] Tick(int[] offered, ref Mix chance)
    {
        var ticked = new List<int>(offered.Length);
        foreach (var moment in offered)
        {
            if (chance.Below(OutOf) < TickOutOf)
            {
                ticked.Add(moment);
            }
        }

        return ticked.Count > 0 ? [.. ticked] : [offered[chance.Below(offered.Length)]];
    }

    /// <summary>Who is at no table, when tables fill one after the other, the fullest first.</summary>
    private List<int> Alone(List<(int Person, int[] Moments)> ticks)
    {
        var waiting = ticks.ToList();
        var hosts = moments.Select(moment => moment.Host).ToArray();
        while (true)
        {
            var (fullest, table) = (-1, new List<int>());
            for (var moment = 0; moment < moments.Length; moment++)
            {
                var sitting = Sit(moment, hosts[moment], waiting);
                if (sitting.Count >= 2 && sitting.Count > table.Count)
                {
                    (fullest, table) = (moment, sitting);
                }
            }

            if (fullest < 0)
            {
                return [.. waiting.Select(tick => tick.Person)];
            }

            hosts[fullest] = -1;
            waiting.RemoveAll(tick => table.Contains(tick.Person));
        }
    }

    private List<int> Sit(int moment, int host, List<(int Person, int[] Moments)> waiting)
    {
        var table = new List<int>();
        if (host >= 0)
        {
            table.Add(host);
        }

        foreach (var (person, ticked) in waiting)
        {
            if (ticked.Contains(moment) && table.TrueForAll(other => canSit(person, other, moments[moment].Start)))
            {
                table.Add(person);
            }
        }

        return table;
    }
}
