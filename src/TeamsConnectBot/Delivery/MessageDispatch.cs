using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TeamsConnectBot.Data;
using TeamsConnectBot.Engine;
using TeamsConnectBot.Rules;

namespace TeamsConnectBot.Delivery;

/// <summary>
/// Sends what is due, several at once. Messages about one subject go one after the other and stop at the first refusal,
/// so that nobody hears of company that can't be reached.
/// </summary>
internal sealed class MessageDispatch(
    Database database, MessageSender sender, EverythingStop stop, TimeProvider clock, IOptions<EngineOptions> options)
{
    private const int Batch = 500;

    /// <returns>Whether there was anything to send.</returns>
    public async Task<bool> SendDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var isStopped = await stop.IsOnAsync(cancellationToken);
        var due = await database.ReadAsync(
            db => EverythingStop.Allowed(db.Messages, isStopped).Where(message => message.State == MessageState.Planned && message.DueAt <= now)
                .OrderBy(message => message.DueAt).ThenBy(message => message.Id).Take(Batch)
                .Select(message => new { message.Id, message.SubjectId, message.PersonId }).ToListAsync(cancellationToken),
            cancellationToken);
        var trains = due.GroupBy(message => message.SubjectId == Guid.Empty ? message.PersonId : message.SubjectId.ToString(), message => message.Id);
        await Parallel.ForEachAsync(
            trains,
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.SendAtOnce, CancellationToken = cancellationToken },
            async (train, cancellation) =>
            {
                foreach (var message in train)
                {
                    if (!await sender.SendAsync(message, cancellation))
                    {
                        return;
                    }
                }
            });
        return due.Count > 0;
    }
}
