using Microsoft.Extensions.Options;
using TeamsConnectBot.Data;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Delivery;

/// <summary>
/// Sends what is due, several at once. Messages about one subject go one after the other and stop at the first refusal,
/// so that nobody hears of company that can't be reached.
/// </summary>
internal sealed class MessageDispatch(
    Database database, MessageSender sender, SendSlots slots, DeliveryCircuitBreaker breaker, Standstill standstill, ShardShare share, TimeProvider clock,
    IOptions<EngineOptions> options)
{
    // What is left of a graceful end after this is for writing down what came of it.
    private static readonly TimeSpan ToFinish = TimeSpan.FromSeconds(10);

    /// <param name="shard">Whose messages; null for all.</param>
    /// <param name="stop">Begins no other message; one that is on its way gets some time to arrive.</param>
    /// <returns>Whether there was anything to send.</returns>
    public async Task<bool> SendDueAsync(int? shard, CancellationToken stop)
    {
        if (breaker.IsOpen)
        {
            await breaker.PostponeAsync(stop);
            return false;
        }

        var due = new DueTrains(database, shard, clock.GetCurrentInstant(), await standstill.IsOnAsync(stop));
        using var halfway = new CancellationTokenSource();
        await using var stopping = stop.Register(() => halfway.CancelAfter(ToFinish));
        await Parallel.ForEachAsync(
            due.ReadAsync(() => !breaker.IsOpen && !share.IsExceeded, stop),
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.SendAtOnce, CancellationToken = stop },
            async (train, _) =>
            {
                await SendAsync(train, halfway.Token, stop);
                due.Ended(train);
            });
        return due.Any;
    }

    private async Task SendAsync(Train train, CancellationToken halfway, CancellationToken stop)
    {
        foreach (var message in train.Messages)
        {
            using var permit = await breaker.EnterAsync(stop);
            if (permit is null)
            {
                return;
            }

            using var slot = await slots.TakeAsync(stop);
            if (!await sender.SendAsync(message, permit, halfway))
            {
                return;
            }
        }
    }
}
