using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Data;
using TeamsConnectBot.Signals;
using TeamsConnectBot.Tests.Postgres;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>Migrates a database from before the consents were separated, on SQLite and PostgreSQL.</summary>
internal sealed class ConsentMigrationTests
{
    private const string Before = "20261122000031_RoundsAsked";
    private const string Facts = """
        [{"kind":"AiUse","value":3,"points":9},{"kind":"RemoteDays","value":3,"points":5},{"kind":"NoContactYet","value":0,"points":1}]
        """;

    private SqliteConnection? connection;
    private ConnectDb db = null!;

    [TearDown]
    public async Task CloseAsync()
    {
        // Null when the test was skipped because PostgreSQL is missing.
        if (db is not null)
        {
            await db.DisposeAsync();
        }

        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }

    [Test]
    public async Task OldConsent_BecomesConsentToSelfReports_ButNotToSources([Values] bool postgres)
    {
        await OpenAsync(postgres);
        await AddPersonAsync("told", joined: true, band: true);
        await AddDayAsync("told", "2026-11-20", "SelfReport");
        await AddDayAsync("told", "2026-11-21", "UsageReport");
        await AddDayAsync("told", "2026-11-22", "Notification");
        await MigrateAsync();

        var person = await db.Participants.SingleAsync();
        Assert.That((person.OwnWordAllowedAt is null, person.SourcesAllowedAt is null), Is.EqualTo((false, true)));
        var layers = await db.Consents.Select(row => row.Layer).ToListAsync();
        Assert.That(layers, Is.EquivalentTo(new[] { ConsentLayer.Join, ConsentLayer.OwnWord }));
        Assert.That(await db.AiUseDays.Select(day => day.Source).ToListAsync(), Is.EqualTo(new[] { AiUseSource.SelfReport }));
    }

    [Test]
    public async Task DataFromBeforeJoining_IsErased_WithItsConsent([Values] bool postgres)
    {
        await OpenAsync(postgres);
        await AddPersonAsync("never", joined: false, band: true);
        await AddDayAsync("never", "2026-11-20", "SelfReport");
        await MigrateAsync();

        Assert.That((await db.Participants.SingleAsync()).OwnWordAllowedAt, Is.Null);
        Assert.That((await db.AiUseDays.CountAsync(), await db.Consents.CountAsync()), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Facts_LoseOnlyRemoteDaysAndBandsBasedOnSources([Values] bool postgres)
    {
        await OpenAsync(postgres);
        await AddPersonAsync("word", joined: true, band: true);
        await AddDayAsync("word", "2026-11-20", "SelfReport");
        await AddPersonAsync("report", joined: true, band: true);
        await AddDayAsync("report", "2026-11-20", "UsageReport");
        await AddInvitationAsync("word", "everybody", byBand: true);
        await AddInvitationAsync("report", "ai-week-coffee", byBand: true);
        await MigrateAsync();

        var facts = (await db.Invitations.ToListAsync())
            .ToDictionary(row => row.PersonId, row => (Kinds: row.Facts.Select(fact => fact.Kind).ToArray(), row.RuleId));
        Assert.That(facts["word"].Kinds, Is.EqualTo(new[] { NeedFactKind.AiUse, NeedFactKind.NoContactYet }));
        Assert.That(facts["report"].Kinds, Is.EqualTo(new[] { NeedFactKind.NoContactYet }));
        Assert.That((facts["word"].RuleId, facts["report"].RuleId), Is.EqualTo(("everybody", (string?)null)));
    }

    [Test]
    public async Task Invitation_OfRuleByRemoteDays_LosesTheRule_AndByFreeTimeKeepsItOnlyWithCalendarConsent([Values] bool postgres)
    {
        await OpenAsync(postgres);
        await AddRuleAsync("away", """{"when":{"remoteShareAtLeast":60}}""");
        await AddRuleAsync("hour", """{"when":{"gapMinutesAtLeast":60}}""");
        await AddPersonAsync("open", joined: true, band: false, gaps: true);
        await AddPersonAsync("closed", joined: true, band: false);
        await AddInvitationAsync("open", "hour");
        await AddInvitationAsync("closed", "hour");
        await AddInvitationAsync("away", "away");
        await AddInvitationAsync("shipped", "remote-and-rarely-met");
        await MigrateAsync();

        var rules = (await db.Invitations.ToListAsync()).ToDictionary(row => row.PersonId, row => (row.RuleId, row.ByCalendar));
        Assert.That(rules["open"], Is.EqualTo(("hour", true)));
        Assert.That(new[] { rules["closed"], rules["away"], rules["shipped"] }, Is.All.EqualTo(((string?)null, false)));
    }

    private async Task OpenAsync(bool postgres)
    {
        var options = new DbContextOptionsBuilder<ConnectDb>()
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        if (postgres)
        {
            options.UseNpgsql(PostgresServer.NewDatabase());
        }
        else
        {
            connection = new SqliteConnection("Data Source=:memory:");
            await connection.OpenAsync();
            options.UseSqlite(connection);
        }

        db = new ConnectDb(options.Options);
        await db.GetService<IMigrator>().MigrateAsync(Before);
    }

    private Task MigrateAsync() => db.Database.MigrateAsync();

    private async Task AddPersonAsync(string id, bool joined, bool band, bool gaps = false)
    {
        await RunAsync($$"""
            INSERT INTO "Participants" ("PersonId", "PoolId", "Name", "Nonce", "TeamsUserId", "ServiceUrl", "Language", "Zone",
                "InstalledAt", "JoinedAt", "GapsAllowedAt", "BandAllowedAt", "Preferences", "TurnsLeftOut")
            VALUES ('{{id}}', 'everyone', 'Somebody', 'n', '29:x', 'https://example.org', 'nl', 'Europe/Amsterdam', 1,
                {{At(joined)}}, {{At(gaps)}}, {{At(band)}}, '{}', 0)
            """);
        await AddConsentAsync(id, "Join", joined);
        await AddConsentAsync(id, "AiUseBand", band);
    }

    private Task AddConsentAsync(string person, string layer, bool given) => given
        ? RunAsync($"""
            INSERT INTO "Consents" ("Id", "PersonId", "Layer", "Given", "At") VALUES ('{NewId()}', '{person}', '{layer}', TRUE, 1)
            """)
        : Task.CompletedTask;

    private Task AddDayAsync(string person, string day, string source) =>
        RunAsync($"""INSERT INTO "AiUseDays" ("PersonId", "Day", "Source", "Used") VALUES ('{person}', '{day}', '{source}', TRUE)""");

    private Task AddRuleAsync(string id, string json) =>
        RunAsync($"""
            INSERT INTO "RuleVersions" ("RuleId", "Number", "Json", "AuthorId", "At") VALUES ('{id}', 1, '{json}', 'somebody', 1)
            """);

    private Task AddInvitationAsync(string person, string rule, bool byBand = false) => RunAsync($"""
        INSERT INTO "Invitations" ("Id", "RoundId", "PersonId", "Nonce", "State", "Offer", "Monday", "Gaps", "Ticked", "Facts",
            "AnswersUntil", "IsHost", "Version", "RuleId", "RuleNumber", "ByBand")
        VALUES ('{NewId()}', '{NewId()}', '{person}', 'n', 'Sent', 'Coffee', '2026-11-16', '', '', '{Facts}', 1,
            FALSE, 0, '{rule}', 1, {(byBand ? "TRUE" : "FALSE")})
        """);

    private static string At(bool allowed) => allowed ? "1" : "NULL";

    private static string NewId() => Guid.CreateVersion7().ToString().ToUpper(CultureInfo.InvariantCulture);

    private async Task RunAsync(string sql)
    {
        // ExecuteSqlRaw would treat the braces in the JSON as placeholders.
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Every value comes from this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        await db.Database.OpenConnectionAsync();
        await command.ExecuteNonQueryAsync();
    }
}
