using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Candidates;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.Matching.Settling.Fairness;
using TeamsConnectBot.Core.Matching.Slots;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.OpenTable;

/// <summary>
/// Seats those who said yes: the fullest moment first. Then each person who is still alone is joined by someone from a table of three or
/// more, or by one of two whose companion finds another table.
/// </summary>
internal sealed class Seating(Week week, Roster roster, PairRules pairs, MatchingRules rules, ImmutableArray<TableMoment> moments)
{
    private readonly List<Table> tables = [];

    public Settlement Run()
    {
        var waiting = roster.Everyone.ToList();
        while (Fullest(waiting) is { } table)
        {
            tables.Add(table);
            waiting.RemoveAll(table.People.Contains);
        }

        waiting.RemoveAll(person => TryJoin(person));
        waiting.RemoveAll(FindCompany);
        if (waiting.Exists(person => !IsHost(person)))
        {
            SeatAgain(waiting);
        }

        return new Settlement(
            [.. tables.SelectMany(Divide).OrderBy(group => group.Slot.Start).ThenBy(group => group.Members[0].Id, StringComparer.Ordinal)],
            [.. waiting.Where(person => !IsHost(person)).Select(person => roster.Members[person])]);
    }

    private bool IsHost(int person) => moments.Any(moment => moment.Host?.Id == roster.Members[person].Id);

    private Table? Fullest(List<int> waiting) => waiting.SelectMany(CellsOf).Distinct()
        .Select(cell => Sit(cell, waiting))
        .Where(table => table.People.Count >= 2)
        .MinBy(table => (-table.People.Count, table.Place == Bucket.OnlinePlace, table.Start, table.Place));

    /// <summary>The moments and places at which a person could sit; in their office first.</summary>
    private List<(int Place, int Start)> CellsOf(int person)
    {
        var cells = new List<(int Place, int Start)>();
        foreach (var start in StartBits.Of(roster.InOffice(person)))
        {
            cells.Add((roster.Office[person], start));
        }

        foreach (var start in StartBits.Of(roster.Online(person)))
        {
            cells.Add((Bucket.OnlinePlace, start));
        }

        cells.RemoveAll(cell => !moments.Any(moment => moment.Slot.Start == cell.Start));
        return cells;
    }

    private Table Sit((int Place, int Start) cell, List<int> waiting)
    {
        var table = new Table(cell.Place, cell.Start, []);
        var here = waiting.Where(person => CellsOf(person).Contains(cell)).ToList();
        foreach (var person in here.OrderBy(person => (here.Count(other => other != person && !pairs.AllowAtTable(person, other)), person)))
        {
            if (table.People.TrueForAll(other => pairs.AllowAtTable(person, other))
                && roster.CanGather([.. table.People, person], cell.Start))
            {
                table.People.Add(person);
            }
        }

        return table;
    }

    private bool CanJoin(int person, Table table) =>
        CellsOf(person).Contains((table.Place, table.Start)) && table.People.TrueForAll(other => pairs.AllowAtTable(person, other))
        && roster.CanGather([.. table.People, person], table.Start);

    private bool TryJoin(int person, Table? except = null)
    {
        var table = tables.Find(table => table != except && CanJoin(person, table));
        table?.People.Add(person);
        return table is not null;
    }

    private bool FindCompany(int person)
    {
        foreach (var from in tables)
        {
            foreach (var companion in from.People.Where(companion => CanSit(person, companion)))
            {
                if (from.People.Count == 2 && !TryJoin(from.People.Find(other => other != companion), except: from))
                {
                    continue;
                }

                var (place, start) = SharedCells(person, companion).First();
                from.People.Remove(companion);
                tables.RemoveAll(table => table == from && table.People.Count < 2);
                tables.Add(new Table(place, start, [person, companion]));
                return true;
            }
        }

        return false;
    }

    /// <summary>Tries every way to seat the people around those who are still alone; those left out before take precedence.</summary>
    private void SeatAgain(List<int> waiting)
    {
        int[][] candidates = [.. roster.Everyone.Select(one => roster.Everyone.Where(other => CanSit(one, other)).ToArray())];
        var worth = new SeatWorth(roster, CanSit, CanSit, IsHost, rules);
        var regrouping = new Regrouping(roster, candidates, worth, seed: 0);
        var groups = regrouping.Improve([.. tables.SelectMany(InTwosAndThrees)], CancellationToken.None);
        List<int> alone = [.. roster.Everyone.Except(groups.SelectMany(group => group))];
        if (alone.Count == waiting.Count && LeftOutBefore(alone) == LeftOutBefore(waiting))
        {
            return;
        }

        tables.Clear();
        foreach (var group in groups.OrderByDescending(group => group.Length).ThenBy(group => group[0]))
        {
            Sit(group);
        }

        waiting.Clear();
        waiting.AddRange(alone);
    }

    private void Sit(int[] group)
    {
        var table = tables.Find(
            table => group.All(person => CanJoin(person, table)) && roster.CanGather([.. table.People, .. group], table.Start));
        if (table is null)
        {
            var (place, start) = SharedCells(group).First();
            tables.Add(table = new Table(place, start, []));
        }

        table.People.AddRange(group);
    }

    private int LeftOutBefore(List<int> alone) => alone.Count(person => roster.Members[person].TurnsLeftOut > 0);

    private bool CanSit(int one, int other) => pairs.AllowAtTable(one, other) && SharedCells(one, other).Any();

    private bool CanSit(int third, int one, int other) =>
        pairs.AllowAtTable(third, one) && pairs.AllowAtTable(third, other) && SharedCells(one, other, third).Any();

    private IEnumerable<(int Place, int Start)> SharedCells(params int[] people) =>
        people.Skip(1)
            .Aggregate<int, IEnumerable<(int Place, int Start)>>(CellsOf(people[0]), (cells, person) => cells.Intersect(CellsOf(person)))
            .Where(cell => roster.CanGather(people, cell.Start));

    private static IEnumerable<int[]> InTwosAndThrees(Table table)
    {
        var groups = table.People.Chunk(2).ToList();
        if (groups[^1].Length == 1)
        {
            groups[^2] = [.. groups[^2], groups[^1][0]];
            groups.RemoveAt(groups.Count - 1);
        }

        return groups;
    }

    private IEnumerable<SettledGroup> Divide(Table table)
    {
        var slot = new Slot(table.Start, rules.GapQuarters);
        var host = moments.FirstOrDefault(moment => moment.Slot.Start == table.Start)?.Host;
        foreach (var part in Parts(table.People))
        {
            ImmutableArray<PoolMember> members = [.. part.Order().Select(person => roster.Members[person])];
            var isLunch = !roster.CanGather([.. part], table.Start, forLunch: false);
            yield return new SettledGroup(members, slot, PlaceChoice.For(week, slot, members)!)
            {
                HostId = members.FirstOrDefault(member => member.Id == host?.Id)?.Id, IsLunch = isLunch,
            };
        }
    }

    /// <summary>Divides people over tables of almost the same size, separating those who met recently where possible.</summary>
    private List<int>[] Parts(List<int> people)
    {
        List<int>[] parts = [.. Enumerable.Range(0, (people.Count + OpenTable.Seats - 1) / OpenTable.Seats).Select(_ => new List<int>())];
        foreach (var person in people.Order())
        {
            parts.MinBy(part => (part.Count, part.Count(other => !pairs.Allow(person, other))))!.Add(person);
        }

        return parts;
    }

    private sealed record Table(int Place, int Start, List<int> People);
}
