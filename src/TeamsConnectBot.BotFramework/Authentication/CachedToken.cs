using Azure.Core;

namespace TeamsConnectBot.BotFramework.Authentication;

/// <summary>One token, asked for once by many callers and again before it runs out.</summary>
internal sealed class CachedToken(TokenCredential credential, string scope, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _one = new(1, 1);
    private AccessToken? _token;

    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        if (IsFresh(out var fresh)) return fresh;

        await _one.WaitAsync(cancellationToken);
        try
        {
            if (IsFresh(out fresh)) return fresh;
            _token = await credential.GetTokenAsync(new TokenRequestContext([scope]), cancellationToken);
            return _token.Value.Token;
        }
        catch (Exception e) when (e is not OperationCanceledException && StillValid() is { } old)
        {
            // Renewal starts early, so an authority that is away for a while is no reason to stop.
            return old;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private bool IsFresh(out string token)
    {
        token = _token?.Token ?? "";
        return _token is { } held && clock.GetUtcNow() < (held.RefreshOn ?? held.ExpiresOn - RenewBefore);
    }

    private string? StillValid() => _token is { } held && clock.GetUtcNow() < held.ExpiresOn ? held.Token : null;
}
