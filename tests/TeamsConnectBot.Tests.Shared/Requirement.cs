namespace TeamsConnectBot.Tests.Shared;

/// <summary>Skips tests that need a program which is not installed, and says how to install it.</summary>
internal static class Requirement
{
    private static readonly Lock FileLock = new();

    /// <summary>Skips the test or fixture. The summary at the end of the run lists each reason once.</summary>
    /// <param name="tests">What is skipped, such as 'tests with several processes'.</param>
    /// <param name="remedy">What is missing and how to get it, as a sentence.</param>
    public static void Skip(string tests, string remedy)
    {
        var line = $"Skipped {tests}: {remedy}";
        lock (FileLock)
        {
            // Read by Directory.Solution.targets.
            var file = Path.Combine(AppContext.BaseDirectory, "skipped-tests.txt");
            File.AppendAllLines(file, [line.ReplaceLineEndings(" ")]);
        }

        Assert.Ignore(line);
    }
}
