using TeamsConnectBot.Data;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Privacy.Welcomes;

/// <summary>
/// Remembers, as a keyed hash, that an erased person had been welcomed, so that they are not welcomed again when Teams reports an
/// installation late or more than once.
/// </summary>
internal sealed class WelcomeMemory(Database database, KeyRing keys, TimeProvider clock)
{
    private const string KeyName = "welcomed";

    /// <summary>Whether anybody can be recognised by a hash that was made before now.</summary>
    public Task<bool> CanRecogniseAsync(CancellationToken cancellationToken) => keys.HasAsync(KeyName, cancellationToken);

    public async Task<string> KeyOfAsync(string personId, CancellationToken cancellationToken) =>
        KeyedHash.Of(personId, await keys.FindAsync(KeyName, cancellationToken));

    public async Task<bool> IsKnownAsync(string personId, CancellationToken cancellationToken)
    {
        if (!await database.ReadAsync(db => db.Welcomed.AnyAsync(cancellationToken), cancellationToken))
        {
            return false;
        }

        var key = await KeyOfAsync(personId, cancellationToken);
        return await database.ReadAsync(db => db.Welcomed.AnyAsync(row => row.Key == key, cancellationToken), cancellationToken);
    }

    public async Task RememberAsync(ConnectDb db, string key, CancellationToken cancellationToken)
    {
        if (await db.Welcomed.FindAsync([key], cancellationToken) is null)
        {
            db.Welcomed.Add(new WelcomedRow { Key = key, Month = clock.GetCurrentMonth() });
        }
    }
}
