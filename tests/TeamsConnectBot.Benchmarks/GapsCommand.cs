using System.CommandLine;
using System.Diagnostics;
using TeamsConnectBot.Benchmarks.Yardstick;
using TeamsConnectBot.Core.Matching;

namespace TeamsConnectBot.Benchmarks;

/// <summary>
/// <c>gaps --people FILE [--repeat R]</c>: how fast pairs are tested for a common gap, for a million people with twenty candidates each.
/// </summary>
internal static class GapsCommand
{
    private const int HalfHour = 2;

    public static Command Create()
    {
        var people = CommandOptions.Required<FileInfo>("--people", "The yardstick's people file, repeated up to a million people.")
            .AcceptExistingOnly();
        var repeat = CommandOptions.Optional("--repeat", "Number of runs; the best time counts.", 3);
        var command = new Command("gaps", "Tests candidate pairs for a common half hour.") { people, repeat };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(people).FullName, Math.Max(1, parsed.GetValue(repeat))));
        return command;
    }

    private static int Run(string path, int repeat)
    {
        GapTable table;
        try
        {
            table = Load(path);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            Console.Error.WriteLine(fault.Message);
            return 1;
        }

        var candidates = Measure(table, LimitsPairs.Candidates(), repeat);
        var random = Measure(table, LimitsPairs.Random(), repeat);
        JsonLine.Write(new
        {
            pairs = LimitsPairs.Pairs,
            pairsPerSecond = Math.Round(candidates.PairsPerSecond),
            feasibleShare = candidates.FeasibleShare,
            randomPairsPerSecond = Math.Round(random.PairsPerSecond),
            randomFeasibleShare = random.FeasibleShare,
            peakMiB = PeakMemory.MiB(),
        });
        return 0;
    }

    private static GapTable Load(string path)
    {
        var people = PeopleFile.ReadCalendars(path);
        var table = new GapTable(LimitsPairs.People, PeopleFile.CalendarWords);
        var inFile = people.Length / PeopleFile.CalendarWords;
        for (var person = 0; person < LimitsPairs.People; person++)
        {
            table.Set(person, people.AsSpan(person % inFile * PeopleFile.CalendarWords, PeopleFile.CalendarWords), HalfHour);
        }

        return table;
    }

    private static (double PairsPerSecond, double FeasibleShare) Measure(GapTable table, (int[] One, int[] Other) pairs, int repeat)
    {
        var best = TimeSpan.MaxValue;
        long sharing = 0;
        for (var run = 0; run < repeat; run++)
        {
            var started = Stopwatch.GetTimestamp();
            sharing = table.CountSharing(pairs.One, pairs.Other);
            var elapsed = Stopwatch.GetElapsedTime(started);
            best = elapsed < best ? elapsed : best;
        }

        return (LimitsPairs.Pairs / best.TotalSeconds, Math.Round((double)sharing / LimitsPairs.Pairs, 6));
    }
}
