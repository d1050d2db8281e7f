using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace TeamsConnectBot.BotFramework.Authentication;

/// <summary>
/// The channel's current signing keys. They are fetched on first use, daily, and when a token refers to an unknown key. Fetches are at
/// least <paramref name="minRefreshInterval"/> apart; otherwise forged tokens could make the bot flood the channel with requests.
/// </summary>
internal sealed partial class ChannelKeys(
    Func<CancellationToken, Task<IReadOnlyDictionary<string, ChannelKey>>> fetch, TimeProvider clock, TimeSpan minRefreshInterval,
    ILogger<ChannelKeys> logger)
{
    private static readonly TimeSpan RefreshAfter = TimeSpan.FromDays(1);
    private static readonly TimeSpan ExpireAfter = TimeSpan.FromDays(5);
    private static readonly TimeSpan FetchTimeout = TimeSpan.FromSeconds(10);

    // Without any keys every activity is refused, so the first fetch is retried sooner.
    private static readonly TimeSpan MinFirstFetchInterval = TimeSpan.FromSeconds(1);

    // A request waits no longer than this, so that it is answered in time; the fetch then continues in the background.
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(2);

    private readonly Lock refreshing = new();
    private volatile Snapshot? snapshot;
    private Task? refresh;
    private DateTimeOffset triedAt = DateTimeOffset.MinValue;

    public async ValueTask<ChannelKey?> FindAsync(string kid, CancellationToken cancellationToken)
    {
        if (Find(kid, RefreshAfter) is { } current)
        {
            return current;
        }

        // Right after startup, wait longer: there are no older keys to fall back on, and Teams does not resend a refused installation.
        var maxWait = snapshot is null ? FetchTimeout : MaxWait;
        if (StartRefresh() is { } running)
        {
            try
            {
                await running.WaitAsync(maxWait, cancellationToken);
            }
            catch (TimeoutException)
            {
                Log.Slow(logger, maxWait);
            }
        }

        return Find(kid, ExpireAfter);
    }

    /// <summary>Fetches the keys if there are none yet, and waits briefly for them.</summary>
    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        if (snapshot is null && StartRefresh() is { } running)
        {
            await Task.WhenAny(running, Task.Delay(MaxWait, TimeProvider.System, cancellationToken));
        }
    }

    private ChannelKey? Find(string kid, TimeSpan maxAge) =>
        snapshot is { } held && clock.GetUtcNow() - held.FetchedAt < maxAge ? held.Keys.GetValueOrDefault(kid) : null;

    private Task? StartRefresh()
    {
        lock (refreshing)
        {
            if (refresh is { IsCompleted: false })
            {
                return refresh;
            }

            var now = clock.GetUtcNow();
            var pause = snapshot is null && minRefreshInterval > MinFirstFetchInterval ? MinFirstFetchInterval : minRefreshInterval;
            if (now - triedAt < pause)
            {
                return null;
            }

            triedAt = now;
            return refresh = Task.Run(RefreshAsync);
        }
    }

    private async Task RefreshAsync()
    {
        using var timeout = new CancellationTokenSource(FetchTimeout);
        try
        {
            var keys = await fetch(timeout.Token);
            snapshot = new Snapshot(keys, clock.GetUtcNow());
            Log.Fetched(logger, keys.Count);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or OperationCanceledException
            or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            Log.FetchFailed(logger, e);
        }
    }

    private sealed record Snapshot(IReadOnlyDictionary<string, ChannelKey> Keys, DateTimeOffset FetchedAt);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Fetched the channel's signing keys; there are {Count}.")]
        public static partial void Fetched(ILogger logger, int count);

        [LoggerMessage(LogLevel.Warning, "The channel's signing keys could not be fetched; tokens with an unknown key are refused.")]
        public static partial void FetchFailed(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Warning, "The channel's signing keys took longer than {Wait} to fetch; the request may be refused.")]
        public static partial void Slow(ILogger logger, TimeSpan wait);
    }
}
