using System.CommandLine;
using TeamsConnectBot.Benchmarks.Against;
using TeamsConnectBot.Benchmarks.Against.Parts;

namespace TeamsConnectBot.Benchmarks;

/// <summary>
/// <c>against --commit C [--runs R] [--only start,memory,…]</c>: builds an older commit and the current one as they ship, measures both
/// in turn, and prints the medians and each ratio. What the older commit cannot do is left out and said.
/// </summary>
internal static class AgainstCommand
{
    public static Command Create()
    {
        var commit = CommandOptions.Required<string>("--commit", "The older commit.");
        var runs = CommandOptions.Optional("--runs", "How often each part is measured; the medians are compared.", 3);
        var only = new Option<string[]>("--only")
        {
            Description = "The parts to measure, separated by commas; all when left out.",
            CustomParser = parsed => [.. parsed.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries))],
            AllowMultipleArgumentsPerToken = true,
        };
        var days = CommandOptions.Optional("--days", "Days of the part 'unattended'.", 140);
        var recipients = CommandOptions.Optional("--recipients", "Recipients of the parts 'delivery…'.", 10_000);
        var people = CommandOptions.Optional("--people", "People of the part 'round'.", 100_000);
        var edges = new Option<FileInfo[]>("--edges")
        {
            Description = "Files of candidate pairs for the part 'matching'; see the command matching.",
            AllowMultipleArgumentsPerToken = true,
        };
        edges.AcceptExistingOnly();
        var keep = new Option<DirectoryInfo?>("--keep")
        {
            Description = "Build in this folder and keep it: the next run with it measures at once.",
        };
        var command = new Command("against", "Compares this version with an older commit.")
        {
            commit, runs, only, days, recipients, people, edges, keep,
        };
        command.SetAction((parsed, cancellation) =>
        {
            List<Part> parts =
            [
                new StartPart(),
                new MemoryPart(),
                new UnattendedPart("unattended", 60, parsed.GetValue(days)),
                new UnattendedPart("organisation", 1005, 28),
                new DeliveryPart("delivery", parsed.GetValue(recipients), 0, FirstContact: false),
                new DeliveryPart("deliveryThrottled", parsed.GetValue(recipients), 5, FirstContact: false),
                new DeliveryPart("deliveryFirstContact", parsed.GetValue(recipients), 0, FirstContact: true),
                new DeliveryPart("deliveryFirstContactThrottled", parsed.GetValue(recipients), 5, FirstContact: true),
                new RoundPart(parsed.GetValue(people)),
                new MatchingPart([.. (parsed.GetValue(edges) ?? []).Select(file => file.FullName)]),
            ];
            return RunAsync(
                parsed.GetRequiredValue(commit), Math.Max(1, parsed.GetValue(runs)), parsed.GetValue(only) ?? [], parts,
                parsed.GetValue(keep)?.FullName, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        string commit, int runs, string[] only, List<Part> parts, string? keep, CancellationToken cancellation)
    {
        if (only.FirstOrDefault(name => parts.TrueForAll(part => part.Name != name)) is { } unknown)
        {
            var names = string.Join(", ", parts.Select(part => part.Name));
            await Console.Error.WriteLineAsync($"There is no part '{unknown}'; there are {names}.");
            return 1;
        }

        using var folder = keep is null ? BuildFolder.Temporary() : BuildFolder.Kept(keep);
        var older = await folder.BuildAsync(commit, cancellation);
        var newer = await folder.BuildAsync("HEAD", cancellation);
        var comparison = new Comparison(older, newer, runs);
        foreach (var part in parts.Where(part => only.Length == 0 || only.Contains(part.Name)))
        {
            await comparison.MeasureAsync(part, cancellation);
        }

        JsonLine.Write(comparison.Line);
        return 0;
    }
}
