using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>
/// The turns being handled. A second delivery of an activity joins the first. At shutdown they get some time to end, then
/// their token is cancelled.
/// </summary>
internal sealed class TurnsInFlight : IHostedService, IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<object, Turn> _turns = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();

    /// <param name="key">What makes two deliveries the same, or null when nothing does.</param>
    /// <param name="handle">Handles the activity; must not throw. It gets a token that ends with the application.</param>
    public Turn StartOrJoin(ActivityKey? key, Func<Turn, CancellationToken, Task<TurnAnswer>> handle)
    {
        object name = key is { } delivery ? delivery : new object();
        lock (_lock)
        {
            if (_turns.TryGetValue(name, out var running)) return running;

            var turn = new Turn();
            _turns[name] = turn;
            // On a thread of its own: a handler that blocks must not hold up the answer.
            turn.Work = Task.Run(async () =>
            {
                try
                {
                    return await handle(turn, _stop.Token);
                }
                finally
                {
                    _turns.TryRemove(name, out _);
                }
            });
            return turn;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task all = Task.WhenAll(_turns.Values.Select(turn => turn.Work));
        try
        {
            await all.WaitAsync(Grace, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            await _stop.CancelAsync();
            await all.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _stop.Dispose();
}
