using TeamsConnectBot.Data.Moving;
using TeamsConnectBot.Operations.Restoring;

namespace TeamsConnectBot.Operations;

/// <summary>
/// Refuses a word that is no command. Without this a misspelt <c>chek</c> would start a second service on the same database.
/// </summary>
internal static class CommandWords
{
    private const int NotUnderstood = 2;

    /// <returns>What is wrong with the first word of the command line; null when it is a setting.</returns>
    public static string? Problem(string word) =>
        word.Length == 0 || word[0] is '-' or '/' || word.Contains('=', StringComparison.Ordinal) ? null
        : word == "options" ? "'options' takes nothing after it."
        : $"There is no command '{word}'. There are check, options, {RestoredDatabase.Name} and {PostgresMove.Name}; "
            + "without a command the service starts.";

    public static int Refuse(string problem, TextWriter errors)
    {
        errors.WriteLine(problem);
        return NotUnderstood;
    }
}
