using System.Security.Cryptography;
using System.Text;
using TeamsConnectBot.BotFramework.Turns;
using TeamsConnectBot.Data;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Conversations;

/// <summary>Remembers across restarts which activities were handled. Stores a hash, not the answer, which may contain names.</summary>
internal sealed class ActivityLedger(Database database, TimeProvider clock) : IActivityLedger
{
    // Compiled once, because it is asked for each activity.
    private readonly Func<ConnectDb, string, CancellationToken, Task<bool>> isKnown = EF.CompileAsyncQuery(
        (ConnectDb db, string hash, CancellationToken _) => db.Set<ReceivedActivity>().Any(row => row.Key == hash));

    public async ValueTask<ActivityOutcome?> FindAsync(ActivityKey key, CancellationToken cancellationToken)
    {
        var hash = HashOf(key);
        return await database.ReadAsync(db => isKnown(db, hash, cancellationToken), cancellationToken)
            ? new ActivityOutcome(null)
            : null;
    }

    public async ValueTask RecordAsync(ActivityKey key, ActivityOutcome outcome, CancellationToken cancellationToken)
    {
        var (hash, at) = (HashOf(key), clock.GetCurrentInstant().ToUnixTimeMilliseconds());
        await database.RunAsync(
            db => db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "ReceivedActivities" ("Key", "At") VALUES ({hash}, {at}) ON CONFLICT DO NOTHING""", cancellationToken),
            cancellationToken);
    }

    private static string HashOf(ActivityKey key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key.ConversationId}\n{key.ActivityId}")));
}
