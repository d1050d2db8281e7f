using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using TeamsConnectBot.Sandbox;

namespace TeamsConnectBot.Benchmarks.Delivery;

/// <summary>Inserts people into a service's database, as if they had installed the app.</summary>
internal static class Recipients
{
    private const int Shards = 8;

    /// <summary>Inserts everybody with one planned message each.</summary>
    public static async Task PlanAsync(SandboxServer tenant, string? sqliteFile, string? server, bool firstContact)
    {
        DbConnection connection = server is null
            ? new SqliteConnection($"Data Source={sqliteFile};Pooling=False")
            : new NpgsqlConnection(server + ";Pooling=false");
        await using var writing = await SqlWriting.BeginAsync(connection, CancellationToken.None);
        var person = writing.Prepare("""
            INSERT INTO "Participants" (
                "PersonId", "PoolId", "Name", "Nonce", "TeamsUserId", "ConversationId", "ServiceUrl", "Language", "Zone", "InstalledAt",
                "Preferences", "TurnsLeftOut")
            VALUES (@id, 'everyone', 'Someone', 'nonce', @teams, @conversation, @url, 'nl', 'Europe/Amsterdam', @now, '{}', 0)
            """);
        var message = writing.Prepare("""
            INSERT INTO "Messages" (
                "Id", "PersonId", "Kind", "SubjectId", "Sequence", "DueAt", "State", "Attempts", "WasInDoubt", "IsStale", "Changes",
                "Shard")
            VALUES (@key, @id, 'Welcome', @subject, 0, @now, 'Planned', 0, @no, @no, 0, @shard)
            """);
        var now = tenant.Tenant.Clock.GetUtcNow();
        object Key(Guid id) => server is null ? id.ToString().ToUpperInvariant() : id;
        foreach (var (someone, index) in tenant.Tenant.People.All.Select((someone, index) => (someone, index)))
        {
            var chat = tenant.Tenant.Chats.Of(someone);
            chat.Installed = true;
            var id = someone.ObjectId.ToString();
            await person.RunAsync(
                ("id", id), ("teams", someone.TeamsId), ("conversation", firstContact ? DBNull.Value : chat.ConversationId),
                ("url", tenant.ServiceUrl.ToString()), ("now", now.ToUnixTimeMilliseconds()));
            await message.RunAsync(
                ("key", Key(Guid.CreateVersion7(now))), ("id", id), ("subject", Key(someone.ObjectId)),
                ("now", now.ToUnixTimeMilliseconds()), ("no", server is null ? 0 : false), ("shard", index % Shards));
        }

        await writing.CommitAsync();
    }

    /// <summary>Inserts everybody as joined, with permission to read their calendar.</summary>
    public static async Task JoinAsync(SandboxServer tenant, string sqliteFile)
    {
        var connection = new SqliteConnection($"Data Source={sqliteFile};Pooling=False");
        await using var writing = await SqlWriting.BeginAsync(connection, CancellationToken.None);
        var person = writing.Prepare("""
            INSERT INTO "Participants" (
                "PersonId", "PoolId", "Name", "Nonce", "TeamsUserId", "ConversationId", "ServiceUrl", "Language", "Zone", "InstalledAt",
                "JoinedAt", "GapsAllowedAt", "Preferences", "TurnsLeftOut")
            VALUES (@id, 'everyone', 'Someone', 'nonce', @teams, @conversation, @url, @language, @zone, @before, @before, @before, '{}', 0)
            """);
        var before = tenant.Tenant.Clock.GetUtcNow().AddDays(-1).ToUnixTimeMilliseconds();
        foreach (var someone in tenant.Tenant.People.All)
        {
            var chat = tenant.Tenant.Chats.Of(someone);
            chat.Installed = true;
            await person.RunAsync(
                ("id", someone.ObjectId.ToString()), ("teams", someone.TeamsId), ("conversation", chat.ConversationId),
                ("url", tenant.ServiceUrl.ToString()), ("language", someone.Language[..2]), ("zone", someone.Zone), ("before", before));
        }

        await writing.CommitAsync();
    }
}
