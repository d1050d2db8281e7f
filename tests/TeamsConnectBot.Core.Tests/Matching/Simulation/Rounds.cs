using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Matching.OpenTable;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Tests.Matching.Simulation;

/// <summary>Simulates weekly rounds over a <see cref="Town"/> in which everyone answers at random, and counts the outcomes.</summary>
internal sealed class Rounds(Town town, double yesChance, int seed)
{
    public const double TickChance = 0.7;

    /// <summary>Invitations go out on Monday, answers close on Tuesday noon; gaps are offered from Tuesday afternoon on.</summary>
    public static readonly Slot Offerable = new(96 + 64, (4 * 96) - 64);

    private static readonly Week FirstWeek = new(new LocalDate(2026, 9, 7));

    private readonly Random random = new(seed);
    private readonly Dictionary<string, int> turnsLeftOut = [];
    private readonly Dictionary<PersonPair, int> lastMet = [];

    public int Invitations { get; private set; }

    public int Yeses { get; private set; }

    public int Connections { get; private set; }

    public int Trios { get; private set; }

    public int LeftOut { get; private set; }

    public int LeftOutTwice { get; private set; }

    public int Repeats { get; private set; }

    public int PreNamedConnections { get; private set; }

    public int PreNamedInvitations { get; private set; }

    /// <summary>The outcome of the shuffle of comparable bots for the same answers.</summary>
    public Shuffle Peers { get; } = new(seed);

    /// <summary>Called after every settling.</summary>
    public Action<SettledWeek>? Settled { get; init; }

    public double InvitationsPerConnection => (double)Invitations / Connections;

    /// <summary>The ratio to 2 ÷ P, the fewest invitations that a connection can take.</summary>
    public double OverLimit => InvitationsPerConnection * yesChance / 2;

    public double LeftOutShare => Yeses == 0 ? 0 : (double)LeftOut / Yeses;

    public MatchingRules Rules { get; init; } = new();

    /// <summary>Whether a small pool, or one in which many people would be left over, gets an open table.</summary>
    public bool OpenTables { get; init; } = true;

    /// <summary>How many people volunteer to host an open table, if there is one.</summary>
    public int Volunteers { get; init; }

    public Rounds Run(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            RunOne(round);
        }

        return this;
    }

    private void RunOne(int round)
    {
        var week = new Week(FirstWeek.Monday.PlusWeeks(round));
        var members = town.NextWeek(turnsLeftOut);
        var history = new PoolHistory { RoundsSinceMet = lastMet.ToImmutableDictionary(met => met.Key, met => round - met.Value) };
        var roundSeed = (ulong)((seed * 1000) + round);
        var table = Table(week, members, history, roundSeed);
        var plan = table?.Asks ?? AskPlanner.Plan(week, members, history, Rules, Offerable, roundSeed);
        var yeses = plan.Asks.Where(_ => random.NextDouble() < yesChance)
            .Select(ask => new Acceptance(ask.Member, Tick(ask.Gaps))).ToList();
        var settlement = table is null
            ? Settler.Settle(week, yeses, history, Rules, roundSeed)
            : OpenTable.Settle(week, table.Moments, yeses, history, Rules);
        if (OpenTables && table is null && OpenTable.IsNeeded(settlement))
        {
            settlement = OpenTable.TakeIn(week, settlement, yeses, history, Rules);
        }

        Invitations += plan.Asks.Count;
        Yeses += yeses.Count;
        Peers.Settle(week, round, yeses, Rules.RepeatWindow);
        Settled?.Invoke(new SettledWeek(week, yeses, history, table, settlement));
        Note(settlement, round);
        NotePreNamed(plan.Asks.Count);
    }

    private OpenTablePlan? Table(Week week, PoolMember[] members, PoolHistory history, ulong roundSeed)
    {
        if (!OpenTables)
        {
            return null;
        }

        var needed = OpenTable.IsNeeded(members.Length);
        if (!needed && members.Length <= OpenTable.PlayedUpTo)
        {
            var plan = AskPlanner.Plan(week, members, history, Rules, Offerable, roundSeed);
            needed = OpenTable.IsNeeded(week, plan, history, Rules, yesChance, roundSeed);
        }

        return needed ? OpenTable.Plan(week, members, Hosts(members), history, Rules, Offerable, roundSeed) : null;
    }

    private string[] Hosts(PoolMember[] members) => [.. members.Take(Volunteers).Select(member => member.Id)];

    private ImmutableArray<Slot> Tick(ImmutableArray<Slot> gaps)
    {
        while (true)
        {
            var ticked = gaps.Where(_ => random.NextDouble() < TickChance).ToImmutableArray();
            if (ticked.Length > 0)
            {
                return ticked;
            }
        }
    }

    private void Note(Settlement settlement, int round)
    {
        Connections += settlement.Groups.Count;
        Trios += settlement.Groups.Count(group => group.Members.Length > 2);
        LeftOut += settlement.LeftOut.Count;
        foreach (var left in settlement.LeftOut)
        {
            LeftOutTwice += turnsLeftOut.GetValueOrDefault(left.Id) > 0 ? 1 : 0;
            turnsLeftOut[left.Id] = turnsLeftOut.GetValueOrDefault(left.Id) + 1;
        }

        foreach (var group in settlement.Groups)
        {
            foreach (var member in group.Members)
            {
                turnsLeftOut.Remove(member.Id);
            }

            foreach (var pair in PairsOf(group.Members))
            {
                Repeats += lastMet.TryGetValue(pair, out var met) && round - met <= Rules.RepeatWindow ? 1 : 0;
                lastMet[pair] = round;
            }
        }
    }

    private void NotePreNamed(int asked)
    {
        PreNamedInvitations += asked / 2 * 2;
        PreNamedConnections += Enumerable.Range(0, asked / 2)
            .Count(_ => random.NextDouble() < yesChance && random.NextDouble() < yesChance);
    }

    public static IEnumerable<PersonPair> PairsOf(ImmutableArray<PoolMember> members) =>
        members.SelectMany((one, index) => members.Skip(index + 1).Select(other => new PersonPair(one.Id, other.Id)));
}

/// <summary>The answers and the outcome of one round; <paramref name="Table"/> is null in a round of pairs.</summary>
internal sealed record SettledWeek(Week Week, List<Acceptance> Yeses, PoolHistory History, OpenTablePlan? Table, Settlement Settlement);
