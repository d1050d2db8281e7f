using TeamsConnectBot.Data;
using TeamsConnectBot.Data.Sharing;

namespace TeamsConnectBot.Delivery;

/// <summary>
/// Messages that were being sent when the process ended. An invitation or a colleague's question is not sent again: a click on it shows
/// that it arrived, and otherwise an invited person goes first in the next round. Anything else is sent once more.
/// </summary>
internal sealed partial class InterruptedMessages(Database database, ILogger<InterruptedMessages> logger)
{
    /// <summary>Call this only while nothing of the shard can be under way.</summary>
    public async Task ResolveAsync(int? shard, CancellationToken cancellationToken)
    {
        if (!await database.ReadAsync(db => Sending(db, shard).AnyAsync(cancellationToken), cancellationToken))
        {
            return;
        }

        var count = await database.WriteAsync(
            async db =>
            {
                var interrupted = await Sending(db, shard).ToListAsync(cancellationToken);
                interrupted.ForEach(LeaveInDoubt);
                return interrupted.Count;
            },
            cancellationToken);
        if (count > 0)
        {
            Log.Interrupted(logger, count);
        }
    }

    /// <summary>What becomes of a message when nobody knows whether it arrived.</summary>
    public static void LeaveInDoubt(Message message)
    {
        var resend = message is { IsAskedOnce: false, WasInDoubt: false };
        message.WasInDoubt = true;
        message.State = resend ? MessageState.Planned : MessageState.InDoubt;
        message.IsStale &= !resend;
    }

    private static IQueryable<Message> Sending(ConnectDb db, int? shard) =>
        db.Messages.In(shard, message => message.Shard == shard).Where(message => message.State == MessageState.Sending);

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning,
            "{Count} messages were on their way when the service ended; invitations and questions are not sent again, others once more")]
        public static partial void Interrupted(ILogger logger, int count);
    }
}
