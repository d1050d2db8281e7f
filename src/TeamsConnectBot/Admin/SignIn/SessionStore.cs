using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>Opens, finds and ends sessions. Expiry follows the real clock, as it does in browsers.</summary>
internal sealed class SessionStore(Database database, IOptions<AdminOptions> options)
{
    private const int Bytes = 32;

    /// <returns>The secret for the cookie; only its hash is stored.</returns>
    public async Task<string> OpenAsync(Role roles, CancellationToken cancellationToken)
    {
        var secret = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(Bytes));
        var now = Now;
        await database.WriteAsync(async db =>
        {
            await db.AdminSessions.Where(session => session.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
            db.AdminSessions.Add(new AdminSession
            {
                Id = HashOf(secret), Offices = roles, CheckedAt = now, ExpiresAt = now + Duration.FromHours(options.Value.SessionHours),
            });
        }, cancellationToken);
        return secret;
    }

    /// <returns>Null when it was ended or has expired.</returns>
    public async Task<AdminSession?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        var (id, now) = (HashOf(secret), Now);
        return await database.ReadAsync(
            db => db.AdminSessions.SingleOrDefaultAsync(row => row.Id == id && row.ExpiresAt > now, cancellationToken), cancellationToken);
    }

    public Task EndAsync(string secret, CancellationToken cancellationToken)
    {
        var id = HashOf(secret);
        return database.RunAsync(
            db => db.AdminSessions.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Stores the roles a person has from now on.</summary>
    public Task CheckedAsync(AdminSession session, Role roles, Instant at, CancellationToken cancellationToken) => database.RunAsync(
        db => db.AdminSessions.Where(row => row.Id == session.Id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Offices, roles).SetProperty(row => row.CheckedAt, at), cancellationToken), cancellationToken);

    /// <summary>Stores the message for the next page; null removes it.</summary>
    public Task NoteAsync(string secret, string? note, bool isProblem, CancellationToken cancellationToken)
    {
        var id = HashOf(secret);
        return database.RunAsync(
            db => db.AdminSessions.Where(row => row.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Note, note).SetProperty(row => row.NoteIsProblem, isProblem), cancellationToken),
            cancellationToken);
    }

    public static Instant Now => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
