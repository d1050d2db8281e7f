using TeamsConnectBot.Core.Matching.Asking;

namespace TeamsConnectBot.Core.Matching.OpenTable;

/// <summary>
/// Simulates the answers to a set of moments many times and counts how often somebody who says yes would be left alone. It is cautious: few
/// people say yes, and not everybody ticks every moment they could.
/// </summary>
internal sealed class CompanyForecast(ImmutableArray<(int Start, int Host)> moments, Func<int, int, int, bool> canSit, ulong seed)
{
    private const int Plays = 400;
    private const int OutOf = 1000;
    private const int YesOutOf = (int)(Chances.Yes * OutOf);

    /// <summary>The chance, for each invited person and for everyone together, that somebody who says yes is left alone.</summary>
    /// <param name="asked">For each person, the moments they are offered. The hosts are not included.</param>
    public (Dictionary<int, double> OfPerson, double Share) LeftAlone(IReadOnlyDictionary<int, ImmutableArray<int>> asked)
    {
        var random = new SplitMix64(seed);
        var yeses = asked.Keys.ToDictionary(person => person, _ => 0);
        var alone = asked.Keys.ToDictionary(person => person, _ => 0);
        int[] order = [.. asked.Keys.Order()];
        for (var play = 0; play < Plays; play++)
        {
            var ticks = new List<(int Person, ImmutableArray<int> Moments)>();
            foreach (var person in order)
            {
                if (random.Below(OutOf) < YesOutOf)
                {
                    yeses[person]++;
                    ticks.Add((person, PlayedAnswers.Tick(asked[person], ref random)));
                }
            }

            foreach (var person in Alone(ticks))
            {
                alone[person]++;
            }
        }

        return (
            order.ToDictionary(person => person, person => (double)alone[person] / Math.Max(1, yeses[person])),
            (double)alone.Values.Sum() / Math.Max(1, yeses.Values.Sum()));
    }

    /// <summary>Who is at no table, when tables are filled one after the other, the fullest first.</summary>
    private IEnumerable<int> Alone(List<(int Person, ImmutableArray<int> Moments)> waiting)
    {
        var hosts = moments.Select(moment => moment.Host).ToArray();
        while (true)
        {
            var (fullest, table) = Enumerable.Range(0, moments.Length)
                .Select(moment => (Moment: moment, Table: Sit(moment, hosts[moment], waiting)))
                .MaxBy(moment => moment.Table.Count);
            if (table is not { Count: >= 2 })
            {
                return waiting.Select(tick => tick.Person);
            }

            hosts[fullest] = -1;
            waiting.RemoveAll(tick => table.Contains(tick.Person));
        }
    }

    private List<int> Sit(int moment, int host, List<(int Person, ImmutableArray<int> Moments)> waiting)
    {
        List<int> table = host >= 0 ? [host] : [];
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
