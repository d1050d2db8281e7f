using System.CommandLine;
using TeamsConnectBot.Benchmarks.Clicks;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Benchmarks;

/// <summary>
/// <c>clicks --rate R --seconds S [--database sqlite|postgres]</c>: people say yes to their invitations, at a fixed rate; then the highest
/// rate that the service sustains, what its two transactions alone sustain, and what a bot that does nothing sustains.
/// </summary>
internal static class ClicksCommand
{
    public static Command Create()
    {
        var rate = CommandOptions.Optional("--rate", "Clicks a second.", 50);
        var seconds = CommandOptions.Optional("--seconds", "How long they go on.", 600);
        var step = CommandOptions.Optional("--step-seconds", "How long each rate is tried to find the highest; 0 leaves that out.", 8);
        var database = CommandOptions.Optional("--database", "sqlite or postgres.", "sqlite");
        database.AcceptOnlyFromAmong("sqlite", "postgres");
        var service = CommandOptions.Optional(
            "--service", "The service's assembly, such as one that was published.", new FileInfo(Checkout.Service)).AcceptExistingOnly();
        var command = new Command("clicks", "Answers invitations at a rate.") { rate, seconds, step, database, service };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var cluster = parsed.GetValue(database) == "postgres"
                ? PostgresCluster.TryStart() ?? throw new InvalidOperationException(PostgresCluster.HowTo)
                : null;
            JsonLine.Write(await new ClicksRun
            {
                Rate = parsed.GetValue(rate),
                Seconds = parsed.GetValue(seconds),
                StepSeconds = parsed.GetValue(step),
                Server = cluster?.Connect("clicks"),
                Service = parsed.GetValue(service)!.FullName,
            }.MeasureAsync(cancellation));
        });
        return command;
    }
}
