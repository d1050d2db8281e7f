using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>
/// The turns being handled. A second delivery of an activity joins the first. At shutdown they get some time to finish before their token
/// is cancelled.
/// </summary>
internal sealed class TurnsInFlight : IHostedService, IDisposable
{
    private static readonly TimeSpan ShutdownGrace = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<object, Turn> turns = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Lock starting = new();

    /// <param name="key">Identifies the activity; null when it has no id.</param>
    /// <param name="handle">Handles the activity; must not throw. Its token is cancelled at shutdown.</param>
    public Turn StartOrJoin(ActivityKey? key, Func<Turn, CancellationToken, Task<TurnAnswer>> handle)
    {
        object name = key is { } delivery ? delivery : new object();
        lock (starting)
        {
            if (turns.TryGetValue(name, out var running))
            {
                return running;
            }

            var turn = new Turn();
            turns[name] = turn;
            // On another thread: a handler that blocks must not delay the answer.
            turn.Work = Task.Run(async () =>
            {
                try
                {
                    return await handle(turn, stop.Token);
                }
                finally
                {
                    turns.TryRemove(name, out _);
                }
            });
            return turn;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task all = Task.WhenAll(turns.Values.Select(turn => turn.Work));
        try
        {
            await all.WaitAsync(ShutdownGrace, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            await stop.CancelAsync();
            await all.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => stop.Dispose();
}
