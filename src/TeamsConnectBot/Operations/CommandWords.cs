using TeamsConnectBot.Data.Moving;
using TeamsConnectBot.Operations.Restoring;

namespace TeamsConnectBot.Operations;

/// <summary>
/// Explains the commands, and refuses a word that is none: a misspelt <c>chek</c>, or <c>--help</c>, would start a second service on the
/// same database.
/// </summary>
internal static class CommandWords
{
    private const int NotUnderstood = 2;

    private const string Usage = $"""
        TeamsConnectBot [settings, such as --Storage:File=connect.db]

        Without a command the service starts; docs/options.md lists its settings. Commands:

          check              test an installation; check --help says more
          options            print all settings as a table
          {RestoredDatabase.Name}           prepare a database restored from a backup: docs/backup.md
          {PostgresMove.Name}   copy a SQLite database to PostgreSQL: docs/storage.md
          --version          print the version
          --help             print this
        """;

    public static bool IsHelp(string word) => word is "--help" or "-h" or "-?" or "/?";

    public static int Help(TextWriter output)
    {
        output.WriteLine(Usage);
        return 0;
    }

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
