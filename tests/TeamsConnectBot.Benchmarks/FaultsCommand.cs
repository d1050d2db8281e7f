using System.CommandLine;
using System.Diagnostics;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Trials;

namespace TeamsConnectBot.Benchmarks;

/// <summary>
/// <c>faults [--points K] [--database sqlite|postgres] [--at-once N]</c>: one round, run once without a kill and then K times with a
/// SIGKILL at one of the service's requests, each run in its own process; compares what people received.
/// </summary>
internal static class FaultsCommand
{
    // Warnings about messages in doubt are expected here, and the output must be one line.
    private static readonly Dictionary<string, string> Quiet = new() { ["Logging:LogLevel:TeamsConnectBot"] = "Error" };

    public static Command Create()
    {
        var points = CommandOptions.Optional("--points", "How many kills, spread over the round.", 40);
        var database = CommandOptions.Optional("--database", "sqlite or postgres.", "sqlite");
        database.AcceptOnlyFromAmong("sqlite", "postgres");
        var atOnce = CommandOptions.Optional("--at-once", "Messages sent concurrently; as many can be in doubt after a kill.", 1);
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
        FaultTrial Trial() => new(cluster?.Connect($"trial{number++}")) { SendAtOnce = atOnce, More = Quiet };
        var expected = await Trial().UndisturbedAsync(cancellation);
        var most = 0;
        var total = new Verdict(expected.Loose, 0, 0);
        foreach (var point in FaultPoint.Spread(expected.Requests, points))
        {
            var seen = await Trial().KilledAsync(point, cancellation);
            var verdict = Verdict.Of(expected, seen);
            await Console.Error.WriteLineAsync(
                $"request {point.Request} of {expected.Requests}{(point.AfterHandling ? ", after it took effect" : "")}: {verdict}, "
                + $"{seen.Kills} killed, {watch.Elapsed.TotalSeconds:0} s");
            if (verdict is not { Lost: 0, Doubled: 0 })
            {
                foreach (var difference in Verdict.Differences(expected, seen).Concat(seen.Doubts.Select(doubt => doubt.ToString())))
                {
                    await Console.Error.WriteLineAsync($"  {difference}");
                }
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
