using TeamsConnectBot.Data;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Delivery;

/// <summary>
/// Sends due messages, several at once. Messages about one subject are sent one after the other, stopping at the first failure,
/// so that nobody is told of a partner who can't be reached.
/// </summary>
internal sealed class MessageDispatch(
    Database database, NextSweep next, Sender sender, DeliveryCircuitBreaker breaker, ShardShare share, TimeProvider clock,
    IOptions<SchedulingOptions> options)
{
    /// <param name="shard">Whose messages; null for all.</param>
    /// <param name="stop">Starts no other message; one under way gets some time to arrive.</param>
    /// <returns>Whether there was anything to send.</returns>
    public async Task<bool> SendDueAsync(int? shard, CancellationToken stop)
    {
        if (breaker.IsOpen)
        {
            await breaker.PostponeAsync(stop);
            return false;
        }

        var due = new DueMessages(database, next, shard, clock);
        await Parallel.ForEachAsync(
            due.ReadAsync(() => !breaker.IsOpen && !share.IsExceeded, stop),
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.SendAtOnce, CancellationToken = stop },
            async (batch, _) =>
            {
                foreach (var message in batch.Messages)
                {
                    if (!await sender.SendAsync(message, stop))
                    {
                        break;
                    }
                }

                due.Ended(batch);
            });
        return due.Any;
    }
}
