using System.CommandLine;
using TeamsConnectBot.Benchmarks.Delivery;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Benchmarks;

/// <summary>
/// <c>delivery --recipients N --latency-ms L --throttled-percent P [--first-contact] [--kill-at K]</c>: one message to
/// everybody, by the service as a process of its own; beside it the plain sender on the same tenant.
/// </summary>
internal static class DeliveryCommand
{
    public static Command Create()
    {
        var recipients = new Option<int>("--recipients") { Description = "How many people get a message.", DefaultValueFactory = _ => 10_000 };
        var latency = new Option<int>("--latency-ms") { Description = "Added to every request.", DefaultValueFactory = _ => 200 };
        var throttled = new Option<double>("--throttled-percent") { Description = "Requests answered with 429.", DefaultValueFactory = _ => 0 };
        var first = new Option<bool>("--first-contact") { Description = "Nobody's conversation is known yet." };
        var kill = new Option<long?>("--kill-at") { Description = "Kill the process on its K-th request, and start it again." };
        var nodes = new Option<int>("--nodes") { Description = "Processes; more than one needs postgres.", DefaultValueFactory = _ => 1 };
        var limit = new Option<int>("--limit") { Description = "Requests a second of the app.", DefaultValueFactory = _ => 45 };
        var atOnce = new Option<int>("--at-once") { Description = "Messages a process has on their way.", DefaultValueFactory = _ => 16 };
        var database = new Option<string>("--database") { Description = "sqlite or postgres.", DefaultValueFactory = _ => "sqlite" };
        database.AcceptOnlyFromAmong("sqlite", "postgres");
        var command = new Command("delivery", "Sends one message to many people.") { recipients, latency, throttled, first, kill, nodes, limit, atOnce, database };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var cluster = parsed.GetValue(database) == "postgres" ? PostgresCluster.TryStart() ?? throw new InvalidOperationException(PostgresCluster.HowTo) : null;
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
