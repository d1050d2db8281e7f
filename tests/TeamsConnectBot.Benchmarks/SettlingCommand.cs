using System.CommandLine;
using TeamsConnectBot.Core.Tests.Matching.Simulation;
using WeeklyRounds = TeamsConnectBot.Core.Tests.Matching.Simulation.Rounds;

namespace TeamsConnectBot.Benchmarks;

/// <summary>
/// <c>settling [--rounds R] [--seed S] [--people N …] [--yes P …]</c>: how many invitations a connection takes in weekly rounds over
/// a made-up organisation, against the limit of 2 ÷ P and against pairs named beforehand; and what peers' shuffle makes of the
/// same answers. Small pools also without open tables, as their tables are larger connections.
/// </summary>
internal static class SettlingCommand
{
    private const int SmallPool = 25;

    // Where everybody may be in another office, a small pool that doesn't meet online hardly meets.
    private const int AllOnlineUpTo = 60;

    // So many simulated people make the chance in a line small.
    private const int PeopleALine = 240;

    private static readonly int[] Pools = [8, 12, 25, 60, 200, 500, 2000];
    private static readonly double[] Chances = [0.3, 0.45, 0.6, 0.75, 0.9];

    public static Command Create()
    {
        var rounds = new Option<int>("--rounds") { Description = "Weekly rounds a run.", DefaultValueFactory = _ => 10 };
        var seed = new Option<int>("--seed") { Description = "What the organisations and answers follow from.", DefaultValueFactory = _ => 1 };
        var people = new Option<int[]>("--people") { Description = "Sizes of the pools.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => Pools };
        var yes = new Option<double[]>("--yes") { Description = "Chances of a yes.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => Chances };
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
        var runs = Enumerable.Range(seed, Math.Max(1, PeopleALine / people)).Select(each =>
        {
            var town = people <= AllOnlineUpTo ? new Town(people, each, online: 1) : new Town(people, each);
            return new WeeklyRounds(town, yes, each) { OpenTables = openTables, Volunteers = openTables ? 1 : 0 }.Run(rounds);
        }).ToList();
        var (invitations, connections, yeses) = (runs.Sum(run => run.Invitations), runs.Sum(run => run.Connections), runs.Sum(run => run.Yeses));
        var each = (double)invitations / Math.Max(1, connections);
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
