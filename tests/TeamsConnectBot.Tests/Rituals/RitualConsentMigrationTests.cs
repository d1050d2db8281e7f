using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Tests.Postgres;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>The migration removes people who were added to a ritual without their consent.</summary>
internal sealed class RitualConsentMigrationTests
{
    private const string Before = "20261122000031_RoundsAsked";
    private const string Ritual = "11111111-1111-4111-8111-111111111111";
    private const string Time = "22222222-2222-4222-8222-222222222222";
    private const string Post = "33333333-3333-4333-8333-333333333333";

    [Test]
    public async Task Members_WithoutConsent_AreRemovedOnSqlite()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await MigrateAsync(new DbContextOptionsBuilder<ConnectDb>().UseSqlite(connection));
    }

    [Test]
    public async Task Members_WithoutConsent_AreRemovedOnPostgres() =>
        await MigrateAsync(new DbContextOptionsBuilder<ConnectDb>().UseNpgsql(PostgresServer.NewDatabase()));

    private static async Task MigrateAsync(DbContextOptionsBuilder<ConnectDb> options)
    {
        await using var db = new ConnectDb(
            options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)).Options);
        await db.GetService<IMigrator>().MigrateAsync(Before);
        foreach (var row in Rows())
        {
            await db.Database.ExecuteSqlRawAsync(row);
        }

        await db.Database.MigrateAsync();

        Assert.That(await db.RitualMembers.Select(member => member.PersonId).ToListAsync(), Is.EqualTo(new[] { "comes" }));
        Assert.That((await db.RitualMembers.SingleAsync()).CalendarAllowedAt, Is.Null);
        Assert.That(await db.Rituals.Select(ritual => ritual.EventId).SingleAsync(), Is.EqualTo("event"));
        var times = await db.Occurrences.OrderBy(row => row.StartsAt).ToListAsync();
        Assert.That(
            times.Select(row => (row.HostId, row.HostName)), Is.EqualTo(new (string?, string?)[] { ("comes", "Who Comes"), (null, null) }));
        var tasks = await db.DueTasks.ToListAsync();
        Assert.That(
            tasks.Select(task => (task.Kind, task.SubjectId, task.DueAt)),
            Is.EquivalentTo(new[]
            {
                (DueTaskKind.SyncRitualEvent, Guid.Parse(Ritual), Instant.FromUnixTimeMilliseconds(0)),
            }));
        var post = await db.Messages.SingleAsync();
        Assert.That(
            (post.Id, post.PersonId, post.SpaceId, post.Kind, post.State, post.ActivityId, post.IsStale),
            Is.EqualTo((
                Guid.Parse(Post), "", (Guid?)Guid.Parse(Ritual), MessageKind.Occurrence, MessageState.Accepted, (string?)"activity",
                    true)));
    }

    private static IEnumerable<string> Rows()
    {
        yield return $"""
            INSERT INTO "Rituals" ("Id", "SpaceId", "Nonce", "Plan", "IsEnded", "HandledUntil",
                "HasMembers", "EventId", "EventState", "EventsBefore", "SunkInARow", "Version")
            VALUES ('{Ritual}', '{Ritual}', 'n', '', FALSE, 0, TRUE, 'event', NULL, 0, 0, 0)
            """;
        foreach (var (person, name) in new[] { ("comes", "Who Comes"), ("silent", "Who Was Put In"), ("hosts", "Whose Turn It Was") })
        {
            yield return $"""
                INSERT INTO "RitualMembers" ("RitualId", "PersonId", "Name", "Mail", "Hosted")
                VALUES ('{Ritual}', '{person}', '{name}', 'x@example.org', 1)
                """;
        }

        yield return Occurrence("44444444-4444-4444-8444-444444444444", 1, "Over", "comes");
        yield return Occurrence(Time, 2, "Announced", "hosts");
        yield return """
            INSERT INTO "Coming" ("OccurrenceId", "PersonId", "Name")
            VALUES ('44444444-4444-4444-8444-444444444444', 'comes', 'Who Comes')
            """;
        yield return $"""
            INSERT INTO "Posts" ("Id", "SpaceId", "Kind", "SubjectId", "Sequence", "State", "ActivityId", "AddedAt", "WasInDoubt")
            VALUES ('{Post}', '{Ritual}', 'Occurrence', '{Time}', 0, 'Accepted', 'activity', 0, FALSE)
            """;
    }

    private static string Occurrence(string id, int number, string state, string host) => $"""
        INSERT INTO "Occurrences" ("Id", "RitualId", "Date", "StartsAt", "Minutes", "State", "HostId", "Nonce", "Version")
        VALUES ('{id}', '{Ritual}', '2026-03-0{number}', {number}, 30, '{state}', '{host}', 'n', 0)
        """;
}
