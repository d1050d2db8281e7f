using System.CommandLine;
using TeamsConnectBot.Benchmarks.Delivery;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Benchmarks;

/// <summary>
/// <c>delivery --recipients N --latency-ms L --throttled-percent P [--first-contact] [--kill-at K]</c>: the service, in its own process,
/// sends one message to everybody; the plain sender does the same on the same tenant for comparison.
/// </summary>
internal static class DeliveryCommand
{
    public static Command Create()
    {
        var recipients = CommandOptions.Optional("--recipients", "How many people receive a message.", 10_000);
        var latency = CommandOptions.Optional("--latency-ms", "Latency added to every request, in milliseconds.", 200);
        var throttled = CommandOptions.Optional("--throttled-percent", "Percentage of requests answered with 429.", 0.0);
        var first = new Option<bool>("--first-contact") { Description = "Whether each conversation must be created first." };
        var kill = new Option<long?>("--kill-at") { Description = "Kill the process at its K-th request and restart it." };
        var nodes = CommandOptions.Optional("--nodes", "Number of processes; more than one needs postgres.", 1);
        var limit = CommandOptions.Optional("--limit", "Rate limit of the application, in requests a second.", 45);
        var atOnce = CommandOptions.Optional("--at-once", "Messages that a process sends concurrently.", 16);
        var database = CommandOptions.Optional("--database", "sqlite or postgres.", "sqlite");
        database.AcceptOnlyFromAmong("sqlite", "postgres");
        var command = new Command("delivery", "Sends one message to many people.")
        {
            recipients, latency, throttled, first, kill, nodes, limit, atOnce, database,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var cluster = parsed.GetValue(database) == "postgres"
                ? PostgresCluster.TryStart() ?? throw new InvalidOperationException(PostgresCluster.HowTo)
                : null;
            JsonLine.Write(await new DeliveryRun
            {
                Recipients = parsed.GetValue(recipients),
                Latency = TimeSpan.FromMilliseconds(parsed.GetValue(latency)),
                ThrottledShare = parsed.GetValue(throttled) / 100,
                FirstContact = parsed.GetValue(first),
                KillAt = parsed.GetValue(kill),
                Nodes = parsed.GetValue(nodes),
                Limit = parsed.GetValue(limit),
                AtOnce = parsed.GetValue(atOnce),
                Server = cluster?.Connect("delivery"),
            }.MeasureAsync(cancellation));
        });
        return command;
    }
}
