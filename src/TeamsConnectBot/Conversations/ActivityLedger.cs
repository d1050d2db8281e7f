using System.Security.Cryptography;
using System.Text;
using TeamsConnectBot.BotFramework.Turns;
using TeamsConnectBot.Data;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Conversations;

/// <summary>Remembers across restarts which activities were handled. Stores a hash, not the answer, which may contain names.</summary>
internal sealed class ActivityLedger(Database database, TimeProvider clock) : IActivityLedger
{
    public async ValueTask<ActivityOutcome?> FindAsync(ActivityKey key, CancellationToken cancellationToken)
    {
        var hash = HashOf(key);
        var isKnown = await database.ReadAsync(
            db => db.ReceivedActivities.AnyAsync(row => row.Key == hash, cancellationToken), cancellationToken);
        return isKnown ? new ActivityOutcome(null) : null;
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
