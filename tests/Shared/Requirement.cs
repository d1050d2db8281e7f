using System.Collections.Concurrent;

namespace TeamsConnectBot.Tests.Shared;

/// <summary>A program that some tests need. Where it is missing they are skipped, and the end of the run says so, a line each.</summary>
internal static class Requirement
{
    private static readonly ConcurrentDictionary<string, string> Missing = new();

    /// <summary>Skips the test or fixture.</summary>
    /// <param name="tests">What is skipped, such as 'tests with several processes'.</param>
    /// <param name="remedy">What is missing and how to have it, as a sentence.</param>
    public static void Skip(string tests, string remedy)
    {
        Missing.TryAdd(tests, remedy);
        Assert.Ignore(remedy);
    }

    /// <summary>Call it once, at the end of the run.</summary>
    public static void Report()
    {
        foreach (var (tests, remedy) in Missing)
        {
            // As a warning: a quiet run shows nothing less.
            TestContext.Error.WriteLine($"Skipped {tests}: {remedy}");
        }
    }
}
