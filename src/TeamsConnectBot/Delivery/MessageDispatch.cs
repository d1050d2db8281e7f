using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TeamsConnectBot.Data;
using TeamsConnectBot.Data.Sharing;
using TeamsConnectBot.Engine;
using TeamsConnectBot.Rules;

namespace TeamsConnectBot.Delivery;

/// <summary>
/// Sends what is due, several at once. Messages about one subject go one after the other and stop at the first refusal,
/// so that nobody hears of company that can't be reached.
/// </summary>
internal sealed class MessageDispatch(
    Database database, MessageSender sender, SendSlots slots, DeliveryBreaker breaker, EverythingStop everything, TimeProvider clock, IOptions<EngineOptions> options)
{
    private const int Batch = 500;

    // What is left of a graceful end after this is for writing down what came of it.
    private static readonly TimeSpan ToFinish = TimeSpan.FromSeconds(10);

    /// <param name="shard">Whose messages; null for all.</param>
    /// <param name="stop">Begins no other message; one that is on its way gets some time to arrive.</param>
    /// <returns>Whether there was anything to send.</returns>
    public async Task<bool> SendDueAsync(int? shard, CancellationToken stop)
    {
        if (breaker.IsOpen)
        {
            await breaker.PutOffAsync(stop);
            return false;
        }

        var now = clock.GetCurrentInstant();
        var isStopped = await everything.IsOnAsync(stop);
        var due = await database.ReadAsync(
            db => EverythingStop.Allowed(db.Messages, isStopped).In(shard, message => message.Shard == shard).Where(message => message.State == MessageState.Planned && message.DueAt <= now)
                .OrderBy(message => message.DueAt).ThenBy(message => message.Id).Take(shard is null ? Batch : Batch / Shard.Count)
                .Select(message => new { message.Id, message.SubjectId, message.PersonId }).ToListAsync(stop),
            stop);
        using var halfway = new CancellationTokenSource();
        await using var stopping = stop.Register(() => halfway.CancelAfter(ToFinish));
        var trains = due.GroupBy(message => message.SubjectId == Guid.Empty ? message.PersonId : message.SubjectId.ToString(), message => message.Id);
        await Parallel.ForEachAsync(
            trains,
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.SendAtOnce, CancellationToken = stop },
            async (train, _) =>
            {
                foreach (var message in train)
                {
                    using var slot = await slots.TakeAsync(stop);
                    if (breaker.IsOpen || !await sender.SendAsync(message, halfway.Token))
                    {
                        return;
                    }
                }
            });
        return due.Count > 0;
    }
}
