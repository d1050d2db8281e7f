using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Tests.Postgres;
using TeamsConnectBot.Topics;

namespace TeamsConnectBot.Tests.Topics;

/// <summary>Migrates a database in which topics were among the preferences, on SQLite and PostgreSQL.</summary>
internal sealed class TopicMigrationTests
{
    private const string Before = "20261129000520_ContactsInBothLanguages";

    [Test]
    public async Task ChosenTopics_MoveToATableOfTheirOwn_AndTheOtherPreferencesStay([Values] bool postgres)
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        var options = new DbContextOptionsBuilder<ConnectDb>()
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        _ = postgres ? options.UseNpgsql(PostgresServer.NewDatabase()) : options.UseSqlite(connection);
        await using var db = new ConnectDb(options.Options);
        await db.GetService<IMigrator>().MigrateAsync(Before);
        await AddAsync(db, "music", """{"weeksBetween":4,"topics":["Music","Travel"],"inPerson":false}""");
        await AddAsync(db, "none", """{"weeksBetween":2,"topics":[]}""");
        await AddAsync(db, "old", "{}");

        await db.Database.MigrateAsync();

        var row = await db.PersonTopics.SingleAsync();
        Assert.That((row.PersonId, string.Join(' ', row.Talk.Listed), row.Talk.Words.Length), Is.EqualTo(("music", "Music Travel", 0)));
        Assert.That((row.Tell.IsEmpty, row.Learn.IsEmpty), Is.EqualTo((true, true)));
        var preferences = (await db.Participants.SingleAsync(person => person.PersonId == "music")).Preferences;
        Assert.That((preferences.WeeksBetween, preferences.InPerson), Is.EqualTo((4, false)));
    }

    private static async Task AddAsync(ConnectDb db, string id, string preferences)
    {
        // ExecuteSqlRaw would treat the braces in the JSON as placeholders.
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Every value comes from this file.
        command.CommandText = $"""
            INSERT INTO "Participants" ("PersonId", "PoolId", "Name", "Nonce", "TeamsUserId", "ServiceUrl", "Language", "Zone",
                "InstalledAt", "Preferences", "TurnsLeftOut")
            VALUES ('{id}', 'everyone', 'Somebody', 'n', '29:x', 'https://example.org', 'nl', 'Europe/Amsterdam', 1, '{preferences}', 0)
            """;
#pragma warning restore CA2100
        await db.Database.OpenConnectionAsync();
        await command.ExecuteNonQueryAsync();
    }
}
