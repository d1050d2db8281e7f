using Azure.Core;
using Azure.Identity;
using Npgsql;
using TeamsConnectBot.BotFramework.Authentication;

namespace TeamsConnectBot.Data;

/// <summary>
/// The managed identity's tokens, which are its password in PostgreSQL. They are checked when a connection is opened: open connections
/// outlive their token, and an outage of Entra.
/// </summary>
internal sealed partial class DatabaseTokens(IOptions<StorageOptions> storage, ILogger<DatabaseTokens> logger)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    private readonly Lazy<ManagedIdentityCredential> credential =
        new(() => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(storage.Value.ManagedIdentityClientId!)));

    private string? problem;

    /// <summary>Why the last request gave no token; null when it gave one.</summary>
    public string? Problem => Volatile.Read(ref problem);

    public void UseIn(NpgsqlDataSourceBuilder builder)
    {
        var every = storage.Value.RenewTokenEvery;
        builder.UsePeriodicPasswordProvider(
            (_, cancellationToken) => GetAsync(cancellationToken), every, every < RetryAfter ? every : RetryAfter);
    }

    private async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            var token = await credential.Value.GetTokenAsync(new TokenRequestContext([storage.Value.Scope]), cancellationToken);
            if (Interlocked.Exchange(ref problem, null) is not null)
            {
                Log.TokensAgain(logger);
            }

            return token.Token;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            var reason = EntraError.ReasonOf(failure);
            if (Interlocked.Exchange(ref problem, reason) != reason)
            {
                Log.NoToken(logger, storage.Value.ManagedIdentityClientId!, storage.Value.Scope, reason);
            }

            throw new DatabaseTokenException($"The managed identity of Storage:ManagedIdentityClientId got no token: {reason}", failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Error,
            "Sign-in to PostgreSQL: The managed identity {ClientId} got no token for {Scope}: {Reason} "
                + "Open connections go on; new ones work while the last token is valid. The service tries again every few seconds")]
        public static partial void NoToken(ILogger logger, string clientId, string scope, string reason);

        [LoggerMessage(LogLevel.Warning, "Sign-in to PostgreSQL: The managed identity gets tokens again")]
        public static partial void TokensAgain(ILogger logger);
    }
}
