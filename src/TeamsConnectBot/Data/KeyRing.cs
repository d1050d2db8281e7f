using System.Security.Cryptography;

namespace TeamsConnectBot.Data;

/// <summary>Random keys, each created when it is first needed and stored from then on.</summary>
internal sealed class KeyRing(Database database)
{
    private const int Bytes = 32;

    /// <summary>Whether the key has been created.</summary>
    public Task<bool> HasAsync(string name, CancellationToken cancellationToken) =>
        database.ReadAsync(db => db.Keys.AnyAsync(key => key.Name == name, cancellationToken), cancellationToken);

    public Task<byte[]> FindAsync(string name, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (await db.Keys.FindAsync([name], cancellationToken) is { } kept)
            {
                return Convert.FromHexString(kept.Value);
            }

            var key = RandomNumberGenerator.GetBytes(Bytes);
            db.Keys.Add(new KeyRow { Name = name, Value = Convert.ToHexStringLower(key) });
            return key;
        },
        cancellationToken);
}
