namespace TeamsConnectBot.Tests.Shared;

/// <summary>A program that some tests need. Where it is missing they are skipped, and say what is missing and how to have it.</summary>
internal static class Requirement
{
    /// <summary>Skips the test or fixture.</summary>
    /// <param name="tests">What is skipped, such as 'tests with several processes'.</param>
    /// <param name="remedy">What is missing and how to have it, as a sentence.</param>
    public static void Skip(string tests, string remedy) => Assert.Ignore($"Skipped {tests}: {remedy}");
}
