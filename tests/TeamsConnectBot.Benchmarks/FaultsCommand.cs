using System.CommandLine;
using System.Diagnostics;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Trials;

namespace TeamsConnectBot.Benchmarks;

/// <summary>
/// <c>faults [--points K] [--database sqlite|postgres]</c>: one round, once without a kill and then K times with a SIGKILL on
/// one of the service's requests, each in processes of its own; what people saw is compared.
/// </summary>
internal static class FaultsCommand
{
    public static Command Create()
    {
        var points = new Option<int>("--points") { Description = "How many kills, spread over the round.", DefaultValueFactory = _ => 40 };
        var database = new Option<string>("--database") { Description = "sqlite or postgres.", DefaultValueFactory = _ => "sqlite" };
        database.AcceptOnlyFromAmong("sqlite", "postgres");
        var command = new Command("faults", "Kills the service at many points of a round.") { points, database };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(points), parsed.GetValue(database) == "postgres", cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int points, bool onPostgres, CancellationToken cancellation)
    {
        using var cluster = onPostgres ? PostgresCluster.TryStart() ?? throw new InvalidOperationException(PostgresCluster.HowTo) : null;
        var watch = Stopwatch.StartNew();
        var number = 0;
        FaultTrial Trial() => new(cluster?.Connect($"trial{number++}"));
        var expected = await Trial().RunAsync(null, cancellation);
        var total = new Verdict(expected.Loose, 0, 0);
        foreach (var point in FaultPoint.Spread(expected.Requests, points))
        {
            var seen = await Trial().RunAsync(point, cancellation);
            var verdict = Verdict.Of(expected, seen);
            await Console.Error.WriteLineAsync($"request {point.Request} of {expected.Requests}{(point.AfterHandling ? ", after it took effect" : "")}: {verdict}, {seen.Kills} killed, {watch.Elapsed.TotalSeconds:0} s");
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
            seconds = Math.Round(watch.Elapsed.TotalSeconds, 1),
        });
        return total is { Lost: 0, Doubled: 0 } ? 0 : 1;
    }
}
