using System.Collections.Immutable;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Candidates;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.Matching.Settling.Fairness;
using TeamsConnectBot.Core.Matching.Slots;

namespace TeamsConnectBot.Core.Matching.OpenTable;

/// <summary>
/// Seats those who said yes: the fullest moment first, then whoever is still alone is joined by someone from a table of
/// three or more, or by one of two whose companion finds another table.
/// </summary>
internal sealed class Seating(Week week, Roster roster, PairRules pairs, MatchingRules rules, ImmutableArray<TableMoment> moments)
{
    private readonly List<Table> tables = [];

    public Settlement Run()
    {
        var waiting = Enumerable.Range(0, roster.Count).ToList();
        while (Fullest(waiting) is { } table)
        {
            tables.Add(table);
            waiting.RemoveAll(table.People.Contains);
        }

        waiting.RemoveAll(TryJoin);
        waiting.RemoveAll(FindCompany);
        if (waiting.Exists(person => !IsHost(person)))
        {
            SeatAnew(waiting);
        }

        return new Settlement
        {
            Groups = Groups(),
            LeftOut = [.. waiting.Where(person => !IsHost(person)).Select(person => new LeftOut(roster.Members[person], Reason(person)))],
            Weight = roster.Count - waiting.Count,
            UpperBound = roster.Count,
        };
    }

    private bool IsHost(int person) => moments.Any(moment => moment.Host?.Id == roster.Members[person].Id);

    private Table? Fullest(List<int> waiting) => Cells(waiting)
        .Select(cell => Sit(cell, waiting))
        .Where(table => table.People.Count >= 2)
        .OrderByDescending(table => table.People.Count)
        .ThenBy(table => table.Place == Bucket.OnlinePlace)
        .ThenBy(table => table.Start)
        .ThenBy(table => table.Place)
        .FirstOrDefault();

    private IEnumerable<(int Place, int Start)> Cells(IEnumerable<int> people) => people.SelectMany(CellsOf).Distinct();

    private List<(int Place, int Start)> CellsOf(int person)
    {
        var cells = new List<(int, int)>();
        foreach (var start in StartBits.Of(roster.InOffice(person)))
        {
            cells.Add((roster.Office[person], start));
        }

        foreach (var start in StartBits.Of(roster.Online(person)))
        {
            cells.Add((Bucket.OnlinePlace, start));
        }

        cells.RemoveAll(cell => !moments.Any(moment => moment.Slot.Start == cell.Item2));
        return cells;
    }

    private Table Sit((int Place, int Start) cell, List<int> waiting)
    {
        var table = new Table(cell.Place, cell.Start, []);
        var here = waiting.Where(person => CellsOf(person).Contains(cell)).ToList();
        foreach (var person in here.OrderBy(person => here.Count(other => other != person && !pairs.AllowAtTable(person, other))).ThenBy(person => person))
        {
            if (table.People.TrueForAll(other => pairs.AllowAtTable(person, other)))
            {
                table.People.Add(person);
            }
        }

        return table;
    }

    private bool CanJoin(int person, Table table) =>
        CellsOf(person).Contains((table.Place, table.Start)) && table.People.TrueForAll(other => pairs.AllowAtTable(person, other));

    private bool TryJoin(int person)
    {
        var table = tables.Find(table => CanJoin(person, table));
        table?.People.Add(person);
        return table is not null;
    }

    private bool FindCompany(int person)
    {
        foreach (var from in tables)
        {
            foreach (var companion in from.People)
            {
                if (!pairs.AllowAtTable(person, companion) || SharedCell(person, companion) is not { } cell)
                {
                    continue;
                }

                if (from.People.Count == 2 && !Rehouse(from.People.Find(other => other != companion), from))
                {
                    continue;
                }

                from.People.Remove(companion);
                tables.RemoveAll(table => table.People.Count < 2);
                tables.Add(new Table(cell.Place, cell.Start, [person, companion]));
                return true;
            }
        }

        return false;
    }

    /// <summary>Looks at every way to seat the people around those still alone; who was alone before goes first.</summary>
    private void SeatAnew(List<int> waiting)
    {
        int[][] candidates = [.. Everyone().Select(one => Everyone().Where(other => CanSit(one, other)).ToArray())];
        var worth = new SeatWorth(roster, CanSit, CanSit, IsHost, rules);
        var groups = new Regrouping(roster, candidates, worth, seed: 0).Improve([.. tables.SelectMany(InTwosAndThrees)], CancellationToken.None);
        if (groups.Sum(group => group.Length) == roster.Count - waiting.Count && Twice(waiting) == Twice(Everyone().Except(groups.SelectMany(group => group))))
        {
            return;
        }

        tables.Clear();
        foreach (var group in groups.OrderByDescending(group => group.Length).ThenBy(group => group[0]))
        {
            Sit(group);
        }

        waiting.Clear();
        waiting.AddRange(Everyone().Except(groups.SelectMany(group => group)));
    }

    private void Sit(int[] group)
    {
        var table = tables.Find(table => group.All(person => CanJoin(person, table)));
        if (table is null)
        {
            var (place, start) = SharedCells(group).First();
            tables.Add(table = new Table(place, start, []));
        }

        table.People.AddRange(group);
    }

    private int Twice(IEnumerable<int> alone) => alone.Count(person => roster.Members[person].TurnsLeftOut > 0);

    private IEnumerable<int> Everyone() => Enumerable.Range(0, roster.Count);

    private bool CanSit(int one, int other) => pairs.AllowAtTable(one, other) && SharedCells(one, other).Any();

    private bool CanSit(int third, int one, int other) =>
        pairs.AllowAtTable(third, one) && pairs.AllowAtTable(third, other) && SharedCells(one, other, third).Any();

    private IEnumerable<(int Place, int Start)> SharedCells(params int[] people) =>
        people.Skip(1).Aggregate<int, IEnumerable<(int, int)>>(CellsOf(people[0]), (cells, person) => cells.Intersect(CellsOf(person)));

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

    private bool Rehouse(int person, Table leaving)
    {
        var table = tables.Find(table => table != leaving && CanJoin(person, table));
        if (table is null)
        {
            return false;
        }

        table.People.Add(person);
        leaving.People.Remove(person);
        return true;
    }

    private (int Place, int Start)? SharedCell(int one, int other)
    {
        var shared = CellsOf(one).Intersect(CellsOf(other)).ToList();
        return shared.Count == 0 ? null : shared[0];
    }

    private List<SettledGroup> Groups() =>
    [
        .. tables.SelectMany(Divide).OrderBy(group => group.Slot.Start).ThenBy(group => group.Members[0].Id, StringComparer.Ordinal),
    ];

    private IEnumerable<SettledGroup> Divide(Table table)
    {
        var slot = new Slot(table.Start, rules.GapQuarters);
        var host = moments.FirstOrDefault(moment => moment.Slot.Start == table.Start)?.Host;
        foreach (var part in Parts(table.People))
        {
            ImmutableArray<People.PoolMember> members = [.. part.Order().Select(person => roster.Members[person])];
            yield return new SettledGroup(members, slot, PlaceChoice.For(week, slot, members)!)
            {
                HostId = members.FirstOrDefault(member => member.Id == host?.Id)?.Id,
            };
        }
    }

    /// <summary>Divides a moment's people over tables of almost the same size, apart from whom they met lately where possible.</summary>
    private List<int>[] Parts(List<int> people)
    {
        var count = (people.Count + rules.TableSeats - 1) / rules.TableSeats;
        List<int>[] parts = [.. Enumerable.Range(0, count).Select(_ => new List<int>())];
        foreach (var person in people.Order())
        {
            var smallest = parts.Min(part => part.Count);
            parts.Where(part => part.Count == smallest)
                .MinBy(part => part.Count(other => !pairs.Allow(person, other)))!
                .Add(person);
        }

        return parts;
    }

    private LeftOutReason Reason(int person)
    {
        if (!roster.HasGap(person))
        {
            return LeftOutReason.CalendarChanged;
        }

        return Enumerable.Range(0, roster.Count).Any(other => pairs.AllowAtTable(person, other))
            ? LeftOutReason.NoSharedGap
            : LeftOutReason.NobodyAllowed;
    }

    private sealed record Table(int Place, int Start, List<int> People);
}
