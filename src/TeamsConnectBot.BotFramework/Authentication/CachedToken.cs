using Azure.Core;

namespace TeamsConnectBot.BotFramework.Authentication;

/// <summary>Caches one token: concurrent callers share a single request, and it is renewed before it expires.</summary>
internal sealed class CachedToken(TokenCredential credential, string scope, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim renewal = new(1, 1);
    private AccessToken? cached;

    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        if (Fresh is { } fresh)
        {
            return fresh;
        }

        await renewal.WaitAsync(cancellationToken);
        try
        {
            if (Fresh is { } renewed)
            {
                return renewed;
            }

            cached = await credential.GetTokenAsync(new TokenRequestContext([scope]), cancellationToken);
            return cached.Value.Token;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested && StillValid is { } valid)
        {
            // Renewal starts early, so a short outage of the authority goes unnoticed. A timeout is reported as a cancellation.
            return valid;
        }
        finally
        {
            renewal.Release();
        }
    }

    public void Dispose() => renewal.Dispose();

    private string? Fresh => ValidBefore(token => token.RefreshOn ?? token.ExpiresOn - RenewBefore);

    private string? StillValid => ValidBefore(token => token.ExpiresOn);

    private string? ValidBefore(Func<AccessToken, DateTimeOffset> end) =>
        cached is { } token && clock.GetUtcNow() < end(token) ? token.Token : null;
}
