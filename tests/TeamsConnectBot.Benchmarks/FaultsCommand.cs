using System.CommandLine;
using System.Diagnostics;
using TeamsConnectBot.Sandbox.CrashTests;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Benchmarks;

/// <summary>
/// <c>faults [--points K] [--database sqlite|postgres] [--at-once N]</c>: one round, once without a kill and then K times with a SIGKILL on
/// one of the service's requests, each in processes of its own; what people saw is compared.
/// </summary>
internal static class FaultsCommand
{
    // Hides warnings about messages in doubt, which the kills cause on purpose; the output is a single line.
    private static readonly Dictionary<string, string> Quiet = new() { ["Logging:LogLevel:TeamsConnectBot"] = "Error" };

    public static Command Create()
    {
        var points = new Option<int>("--points") { Description = "How many kills, spread over the round.", DefaultValueFactory = _ => 40 };
        var database = new Option<string>("--database") { Description = "sqlite or postgres.", DefaultValueFactory = _ => "sqlite" };
        database.AcceptOnlyFromAmong("sqlite", "postgres");
        var atOnce = new Option<int>("--at-once")
        {
            Description = "Messages sent at once; as many can be in doubt after a kill.", DefaultValueFactory = _ => 1,
        };
        var command = new Command("faults", "Kills the service at many points of a round.") { points, database, atOnce };
        command.SetAction((parsed, cancellation) =>
            RunAsync(parsed.GetValue(points), parsed.GetValue(database) == "postgres", parsed.GetValue(atOnce), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int points, bool onPostgres, int atOnce, CancellationToken cancellation)
    {
        using var cluster = onPostgres ? PostgresCluster.TryStart() ?? throw new InvalidOperationException(PostgresCluster.HowTo) : null;
        var watch = Stopwatch.StartNew();
        var number = 0;
        CrashTest Scenario() => new(cluster?.Connect($"crash{number++}")) { SendAtOnce = atOnce, ExtraSettings = Quiet };
        var expected = await Scenario().RunAsync(cancellation);
        var most = 0;
        var total = new Verdict(expected.Inconsistencies, 0, 0);
        foreach (var point in CrashPoint.Spread(expected.Requests, points))
        {
            var seen = await Scenario().RunWithKillAsync(point, cancellation);
            var verdict = Verdict.Of(expected, seen);
            var where = point.AfterHandling ? ", after it took effect" : "";
            await Console.Error.WriteLineAsync(
                $"request {point.Request} of {expected.Requests}{where}: {verdict}, {seen.Kills} killed, {watch.Elapsed.TotalSeconds:0} s");
            foreach (var difference in verdict is { Lost: 0, Doubled: 0 } ? [] : Verdict.Differences(expected, seen)
                .Concat(seen.InDoubt.Select(doubt => doubt.ToString())))
            {
                await Console.Error.WriteLineAsync($"  {difference}");
            }

            most = Math.Max(most, verdict.InDoubt);
            total = new Verdict(total.Lost + verdict.Lost, total.Doubled + verdict.Doubled, total.InDoubt + verdict.InDoubt);
        }

        JsonLine.Write(new
        {
            database = onPostgres ? "postgres" : "sqlite",
            points,
            requests = expected.Requests,
            lost = total.Lost,
            doubled = total.Doubled,
            inDoubt = total.InDoubt,
            mostInDoubtAKill = most,
            sendAtOnce = atOnce,
            seconds = Math.Round(watch.Elapsed.TotalSeconds, 1),
        });
        return total is { Lost: 0, Doubled: 0 } ? 0 : 1;
    }
}
