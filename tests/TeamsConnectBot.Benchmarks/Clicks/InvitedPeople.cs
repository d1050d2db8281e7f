using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using TeamsConnectBot.Benchmarks.Delivery;
using TeamsConnectBot.Data;
using TeamsConnectBot.Data.Sharing;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Benchmarks.Clicks;

/// <summary>Everybody in the tenant, each with an invitation that has arrived and can be answered.</summary>
internal sealed class InvitedPeople
{
    private const string Gaps = "58+2,130+2,226+2";

    // The first and the last are ticked.
    public const string Ticked = "58+2,226+2";

    private readonly SandboxServer tenant;
    private readonly Func<DbConnection> connect;
    private readonly StoredRows rows;

    public InvitedPeople(SandboxServer tenant, string sqliteFile, string? server)
    {
        this.tenant = tenant;
        (connect, rows) = server is null
            ? ((Func<DbConnection>)(() => new SqliteConnection($"Data Source={sqliteFile};Pooling=False")), StoredRows.Sqlite(sqliteFile))
            : (() => new NpgsqlConnection(server + ";Pooling=false"), StoredRows.Postgres(server));
        IsPostgres = server is not null;
        var now = tenant.Tenant.Clock.GetUtcNow();
        All = [.. tenant.Tenant.People.All.Select(person => new Invited(
            person, Guid.CreateVersion7(now), Nonce.New(), tenant.Tenant.Chats.NextId()))];
    }

    public IReadOnlyList<Invited> All { get; }

    public bool IsPostgres { get; }

    /// <summary>A GUID as the database stores it.</summary>
    public object Key(Guid id) => IsPostgres ? id : id.ToString().ToUpperInvariant();

    public async Task WriteAsync(CancellationToken cancellation)
    {
        var now = tenant.Tenant.Clock.GetUtcNow();
        var (at, round) = (now.ToUnixTimeMilliseconds(), Key(Guid.CreateVersion7(now)));
        var until = now.AddDays(2).ToUnixTimeMilliseconds();
        var monday = LocalDate.FromDateTime(now.UtcDateTime).Next(IsoDayOfWeek.Monday).ToString("uuuu-MM-dd", null);
        await using var writing = await SqlWriting.BeginAsync(connect(), cancellation);
        await writing.Prepare("""
            INSERT INTO "Rounds" (
                "Id", "PoolId", "Monday", "Seed", "State", "Kind", "StartedAt", "AnswersUntil", "Asked", "IsSelective", "NotAsked",
                "Version")
            VALUES (@round, 'everyone', @monday, 1, 'Open', 'Pairs', @now, @until, 0, @no, '{}', 0)
            """).RunAsync(("round", round), ("monday", monday), ("now", at), ("until", until), ("no", No));
        var person = writing.Prepare("""
            INSERT INTO "Participants" (
                "PersonId", "PoolId", "Name", "Nonce", "TeamsUserId", "ConversationId", "ServiceUrl", "Language", "Zone", "InstalledAt",
                "JoinedAt", "Preferences", "TurnsLeftOut")
            VALUES (@id, 'everyone', 'Someone', 'nonce', @teams, @conversation, @url, @language, @zone, @now, @now, '{}', 0)
            """);
        var invitation = writing.Prepare("""
            INSERT INTO "Invitations" (
                "Id", "RoundId", "PersonId", "Nonce", "State", "Offer", "Monday", "Gaps", "Ticked", "Facts", "ByBand", "ByCalendar",
                "AnswersUntil", "IsHost", "SentAt", "Version")
            VALUES (@key, @round, @id, @nonce, 'Sent', 'Coffee', @monday, @gaps, '', '[]', @no, @no, @until, @no, @now, 0)
            """);
        var message = writing.Prepare("""
            INSERT INTO "Messages" (
                "Id", "PersonId", "Kind", "SubjectId", "Sequence", "DueAt", "State", "ActivityId", "SentAt", "Attempts", "WasInDoubt",
                "IsStale", "Changes", "Shard")
            VALUES (@key, @id, 'Invitation', @subject, 0, @now, 'Accepted', @activity, @now, 1, @no, @no, 0, @shard)
            """);
        foreach (var invited in All)
        {
            var (id, chat) = (invited.Person.ObjectId.ToString(), tenant.Tenant.Chats.Of(invited.Person));
            (chat.Installed, chat.Joined) = (true, true);
            tenant.Tenant.Chats.Add(chat, new ChatMessage { Id = invited.MessageId, FromBot = true, SentAt = tenant.Tenant.Now });
            await person.RunAsync(
                ("id", id), ("teams", invited.Person.TeamsId), ("conversation", chat.ConversationId),
                ("url", tenant.ServiceUrl.ToString()), ("language", invited.Person.Language[..2]), ("zone", invited.Person.Zone),
                ("now", at));
            await invitation.RunAsync(
                ("key", Key(invited.Id)), ("round", round), ("id", id), ("nonce", invited.Nonce), ("monday", monday), ("gaps", Gaps),
                ("until", until), ("now", at), ("no", No));
            await message.RunAsync(
                ("key", Key(Guid.CreateVersion7(now))), ("id", id), ("subject", Key(invited.Id)), ("activity", invited.MessageId),
                ("now", at), ("shard", Shard.Of(invited.Id)), ("no", No));
        }

        await writing.CommitAsync();
    }

    /// <summary>Makes it as if nobody had answered yet.</summary>
    public async Task ForgetAnswersAsync(CancellationToken cancellation)
    {
        await using var writing = await SqlWriting.BeginAsync(connect(), cancellation);
        await writing.Prepare("""UPDATE "Invitations" SET "State" = 'Sent', "Ticked" = '', "AnsweredAt" = NULL WHERE "State" <> 'Sent' """)
            .RunAsync();
        await writing.Prepare("""UPDATE "Messages" SET "IsStale" = @no WHERE "IsStale" """).RunAsync(("no", No));
        await writing.CommitAsync();
    }

    /// <summary>How many have said yes, with the moments that they ticked.</summary>
    public int CountYes() => rows.Count($"""SELECT COUNT(*) FROM "Invitations" WHERE "State" = 'Yes' AND "Ticked" = '{Ticked}' """);

    private object No => IsPostgres ? false : 0;
}

/// <param name="Person">Who is invited.</param>
/// <param name="Id">The invitation.</param>
/// <param name="Nonce">The secret in its card.</param>
/// <param name="MessageId">The message with the card.</param>
internal sealed record Invited(Person Person, Guid Id, string Nonce, string MessageId);
