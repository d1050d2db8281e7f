using TeamsConnectBot.Data;
using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Privacy.Welcomes;

namespace TeamsConnectBot.Operations.Restoring;

/// <summary>
/// Erases again whoever was erased after the backup, by a list of the keyed hashes of erased people that was kept apart from it.
/// </summary>
internal sealed class ErasedSince(
    Database database, IEnumerable<PersonalTable> tables, WelcomeMemory welcomes, PersonErasure erasure)
{
    private const int HashLength = 64;

    /// <returns>What is wrong with the list; null when it can be used.</returns>
    public static string? ProblemWith(string file)
    {
        if (!File.Exists(file))
        {
            return $"--erased is '{file}', and there is no such file; give the list of erased people (docs/backup.md).";
        }

        var wrong = Lines(file).Index().FirstOrDefault(line => !IsHash(line.Item));
        return wrong.Item is null ? null
            : $"--erased: line {wrong.Index + 1} of '{file}' is not a key of the table Welcomed: {HashLength} hexadecimal digits.";
    }

    /// <returns>Why no list can be used on this database; null when one can.</returns>
    public async Task<string?> ProblemAsync(CancellationToken cancellationToken) =>
        await welcomes.CanRecogniseAsync(cancellationToken) ? null
            : "--erased: the backup is older than the key with which the list was made, so nobody on it can be recognised. Leave --erased "
                + "out, and tell everyone, as docs/backup.md says.";

    public async Task EraseAsync(string file, CancellationToken cancellationToken)
    {
        var listed = Lines(file).ToHashSet(StringComparer.OrdinalIgnoreCase);

        // Whoever was erased before the backup and is in it nevertheless has joined again.
        listed.ExceptWith(
            await database.ReadAsync(db => db.Welcomed.Select(row => row.Key).ToListAsync(cancellationToken), cancellationToken));
        foreach (var person in await database.ReadAsync(db => tables.AccountsAsync(db, cancellationToken), cancellationToken))
        {
            if (listed.Contains(await welcomes.KeyOfAsync(person, cancellationToken)))
            {
                await erasure.EraseAsync(person, cancellationToken);
            }
        }
    }

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length > 0);

    private static bool IsHash(string line) => line.Length == HashLength && line.All(char.IsAsciiHexDigit);
}
