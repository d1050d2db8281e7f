using System.CommandLine;
using TeamsConnectBot.Core.Tests.Matching.Simulation;
using WeeklyRounds = TeamsConnectBot.Core.Tests.Matching.Simulation.Rounds;

namespace TeamsConnectBot.Benchmarks;

/// <summary>
/// <c>settling [--rounds R] [--seed S] [--people N …] [--yes P …]</c>: how many invitations each connection takes in weekly rounds of a
/// generated organisation, compared with the limit of 2 ÷ P and with pairs named beforehand; and what other bots' random shuffle would do
/// with the same answers. Small pools are also measured without open tables, because a table is a larger connection.
/// </summary>
internal static class SettlingCommand
{
    private const int SmallPool = 25;

    // People of a small pool may all be in different offices, and would hardly ever meet unless online.
    private const int AllOnlineUpTo = 60;

    // Enough simulated people per line to make the effect of chance small.
    private const int PeoplePerLine = 240;

    private static readonly int[] Pools = [8, 12, 25, 60, 200, 500, 2000];
    private static readonly double[] Chances = [0.3, 0.45, 0.6, 0.75, 0.9];

    public static Command Create()
    {
        var rounds = CommandOptions.Optional("--rounds", "Weekly rounds per run.", 10);
        var seed = CommandOptions.Optional("--seed", "Seed of the organisations and answers.", 1);
        var people = CommandOptions.Optional("--people", "Sizes of the pools.", Pools);
        var yes = CommandOptions.Optional("--yes", "Probabilities of a yes.", Chances);
        people.AllowMultipleArgumentsPerToken = yes.AllowMultipleArgumentsPerToken = true;
        var command = new Command("settling", "Simulates rounds and counts invitations per connection.") { rounds, seed, people, yes };
        command.SetAction(parsed =>
        {
            var lines = from size in parsed.GetRequiredValue(people)
                        from tables in size <= SmallPool ? new[] { true, false } : [true]
                        from chance in parsed.GetRequiredValue(yes)
                        select Line(size, chance, tables, parsed.GetValue(rounds), parsed.GetValue(seed));
            JsonLine.Write(new { lines = lines.ToList() });
        });
        return command;
    }

    private static object Line(int people, double yes, bool openTables, int rounds, int seed)
    {
        var runs = Enumerable.Range(seed, Math.Max(1, PeoplePerLine / people)).Select(each =>
        {
            var town = people <= AllOnlineUpTo ? new Town(people, each, online: 1) : new Town(people, each);
            return new WeeklyRounds(town, yes, each) { OpenTables = openTables, Volunteers = openTables ? 1 : 0 }.Run(rounds);
        }).ToList();
        var (connections, yeses) = (runs.Sum(run => run.Connections), runs.Sum(run => run.Yeses));
        var each = (double)runs.Sum(run => run.Invitations) / Math.Max(1, connections);
        return new
        {
            people,
            yes,
            openTables,
            invitationsPerConnection = Math.Round(each, 2),
            limit = Math.Round(2 / yes, 2),
            overLimit = Math.Round(each * yes / 2, 3),
            namedBeforehand = Math.Round(2 / (yes * yes), 2),
            connectionsPerPossible = Math.Round(2.0 * connections / Math.Max(1, yeses), 3),
            leftOut = Share(runs.Sum(run => run.LeftOut), yeses),
            leftOutTwice = Share(runs.Sum(run => run.LeftOutTwice), yeses),
            shuffle = new
            {
                feasible = Share(runs.Sum(run => run.Peers.Feasible), runs.Sum(run => run.Peers.Pairs)),
                leftOut = Share(runs.Sum(run => run.Peers.LeftOut), yeses),
                leftOutTwice = Share(runs.Sum(run => run.Peers.LeftOutTwice), yeses),
                repeats = Share(runs.Sum(run => run.Peers.Repeats), runs.Sum(run => run.Peers.Feasible)),
            },
        };
    }

    private static double Share(int part, int whole) => Math.Round((double)part / Math.Max(1, whole), 4);
}
