using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace TeamsConnectBot.BotFramework.Authentication;

/// <summary>
/// The channel's current keys. They are fetched when first needed, daily, and when a token names a key not seen before
/// (at most once in <paramref name="refreshAtMostEvery"/>, or forged tokens would make us flood the channel).
/// </summary>
internal sealed partial class ChannelKeys(
    Func<CancellationToken, Task<IReadOnlyDictionary<string, ChannelKey>>> fetch,
    TimeProvider clock,
    TimeSpan refreshAtMostEvery,
    ILogger<ChannelKeys> logger)
{
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);
    private static readonly TimeSpan KeepAtMost = TimeSpan.FromDays(5);
    private static readonly TimeSpan FetchTimeout = TimeSpan.FromSeconds(10);

    // Without any key every activity is refused: then it is tried sooner.
    private static readonly TimeSpan FirstAtMostEvery = TimeSpan.FromSeconds(1);

    // A request waits no longer than this, so that it is answered in time; the fetch goes on for the next one.
    private static readonly TimeSpan WaitAtMost = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private volatile Snapshot? _snapshot;
    private Task? _refresh;
    private DateTimeOffset _triedAt = DateTimeOffset.MinValue;

    public async ValueTask<ChannelKey?> FindAsync(string kid, CancellationToken cancellationToken)
    {
        var snapshot = _snapshot;
        var key = snapshot?.Keys.GetValueOrDefault(kid);
        var age = snapshot is null ? TimeSpan.MaxValue : clock.GetUtcNow() - snapshot.FetchedAt;
        if (key is not null && age < Daily) return key;

        // Right after a start there is nothing else to go by, and whoever installs the app then is not told to us again.
        var atMost = snapshot is null ? FetchTimeout : WaitAtMost;
        if (StartRefresh() is { } refresh)
        {
            try
            {
                await refresh.WaitAsync(atMost, cancellationToken);
            }
            catch (TimeoutException)
            {
                Log.Slow(logger, atMost);
            }
        }

        snapshot = _snapshot;
        return snapshot is not null && clock.GetUtcNow() - snapshot.FetchedAt < KeepAtMost
            ? snapshot.Keys.GetValueOrDefault(kid)
            : null;
    }

    /// <summary>Fetches them when there are none yet, and waits a little.</summary>
    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        if (_snapshot is null && StartRefresh() is { } refresh)
        {
            await Task.WhenAny(refresh, Task.Delay(WaitAtMost, TimeProvider.System, cancellationToken));
        }
    }

    private Task? StartRefresh()
    {
        lock (_lock)
        {
            if (_refresh is { IsCompleted: false }) return _refresh;

            var now = clock.GetUtcNow();
            var pause = _snapshot is null && refreshAtMostEvery > FirstAtMostEvery ? FirstAtMostEvery : refreshAtMostEvery;
            if (now - _triedAt < pause) return null;
            _triedAt = now;
            return _refresh = Task.Run(RefreshAsync);
        }
    }

    private async Task RefreshAsync()
    {
        using var timeout = new CancellationTokenSource(FetchTimeout);
        try
        {
            var keys = await fetch(timeout.Token);
            _snapshot = new Snapshot(keys, clock.GetUtcNow());
            Log.Fetched(logger, keys.Count);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or OperationCanceledException
            or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            Log.NotFetched(logger, e);
        }
    }

    private sealed record Snapshot(IReadOnlyDictionary<string, ChannelKey> Keys, DateTimeOffset FetchedAt);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Fetched {Count} signing keys of the channel.")]
        public static partial void Fetched(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Warning, "The channel's signing keys could not be fetched; tokens signed with a key not known yet are refused.")]
        public static partial void NotFetched(ILogger logger, Exception exception);

        [LoggerMessage(3, LogLevel.Warning, "The channel's signing keys took longer than {Wait}; the request is refused.")]
        public static partial void Slow(ILogger logger, TimeSpan wait);
    }
}
