using System.CommandLine;
using System.Diagnostics;
using TeamsConnectBot.Benchmarks.Yardstick;
using TeamsConnectBot.Core.Matching.Solver;

namespace TeamsConnectBot.Benchmarks;

/// <summary>
/// <c>matching --edges FILE [--people FILE] [--repeat R] [--seed S] [--orders K]</c>: speed, memory and quality of the matching engine.
/// </summary>
internal static class MatchingCommand
{
    public static Command Create()
    {
        var edges = CommandOptions.Required<FileInfo>("--edges", "Candidate pairs: a line 'n m', then lines 'u v w'.").AcceptExistingOnly();
        var people = new Option<FileInfo?>("--people") { Description = "The people file; only the number of people is checked." };
        var repeat = CommandOptions.Optional("--repeat", "Number of runs; the best time counts.", 3);
        var seed = new Option<ulong>("--seed") { Description = "Seed for choosing between equally good matchings." };
        var orders = new Option<int>("--orders") { Description = "Number of bidding orders to merge; 0 means chosen by size." };
        var command = new Command("matching", "Matches the people of a yardstick file.") { edges, people, repeat, seed, orders };
        command.SetAction(parsed =>
        {
            var options = new MatcherOptions { Seed = parsed.GetValue(seed), Orders = parsed.GetValue(orders) };
            var runs = Math.Max(1, parsed.GetValue(repeat));
            return Run(parsed.GetRequiredValue(edges).FullName, parsed.GetValue(people)?.FullName, runs, options);
        });
        return command;
    }

    private static int Run(string edgesPath, string? peoplePath, int repeat, MatcherOptions options)
    {
        try
        {
            var (graph, buildTime) = Load(edgesPath, peoplePath);
            var (best, bestProcessor) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
            MatchingResult? result = null;
            for (var run = 0; run < repeat; run++)
            {
                var processorStarted = Environment.CpuUsage.TotalTime;
                var started = Stopwatch.GetTimestamp();
                result = Matcher.Match(graph, options);
                best = Shorter(best, Stopwatch.GetElapsedTime(started));
                bestProcessor = Shorter(bestProcessor, Environment.CpuUsage.TotalTime - processorStarted);
            }

            Report(graph, result!, best, bestProcessor, buildTime);
            return 0;
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidDataException or IOException)
        {
            Console.Error.WriteLine(fault.Message);
            return 1;
        }
    }

    private static (MatchingGraph Graph, TimeSpan BuildTime) Load(string edgesPath, string? peoplePath)
    {
        var (people, edges) = EdgeFile.Read(edgesPath);
        if (peoplePath is not null && PeopleFile.Count(peoplePath) != people)
        {
            throw new InvalidDataException($"{peoplePath} does not have the same {people} people as {edgesPath}.");
        }

        var started = Stopwatch.GetTimestamp();
        return (MatchingGraph.Create(people, edges), Stopwatch.GetElapsedTime(started));
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static void Report(
        MatchingGraph graph, MatchingResult result, TimeSpan best, TimeSpan bestProcessor, TimeSpan buildTime) => JsonLine.Write(new
    {
        n = graph.People,
        edges = graph.Pairs,
        weight = result.Weight,
        upperBound = result.UpperBound,
        pairs = result.Pairs,
        unmatched = result.Unmatched,
        milliseconds = Math.Round(best.TotalMilliseconds, 2),
        // On a busy machine only processor time is comparable.
        processorMilliseconds = Math.Round(bestProcessor.TotalMilliseconds, 2),
        buildMilliseconds = Math.Round(buildTime.TotalMilliseconds, 2),
        certified = Math.Round(result.CertifiedRatio, 6),
        peakMiB = PeakMemory.MiB(),
    });
}
