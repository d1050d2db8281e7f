namespace TeamsConnectBot.Tests.Shared;

/// <summary>A program that some tests need. Where it is missing they are skipped, and say what is missing and how to have it.</summary>
internal static class Requirement
{
    private static readonly Lock Writing = new();

    /// <summary>Skips the test or fixture; the end of the run says so once.</summary>
    /// <param name="tests">What is skipped, such as 'tests with several processes'.</param>
    /// <param name="remedy">What is missing and how to have it, as a sentence.</param>
    public static void Skip(string tests, string remedy)
    {
        var line = $"Skipped {tests}: {remedy}";
        lock (Writing)
        {
            // Directory.Solution.targets reads it.
            var file = Path.Combine(AppContext.BaseDirectory, "skipped-tests.txt");
            File.AppendAllLines(file, [line.ReplaceLineEndings(" ")]);
        }

        Assert.Ignore(line);
    }
}
