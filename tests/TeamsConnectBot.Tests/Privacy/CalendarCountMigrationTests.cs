using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Data;
using TeamsConnectBot.Figures;
using TeamsConnectBot.Tests.Postgres;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>Migrates a database that says who had no free half hour in a week, on SQLite and PostgreSQL.</summary>
internal sealed class CalendarCountMigrationTests
{
    private const string Before = "20261201000200_StaleMessages";

    [Test]
    public async Task WhoHadNoFreeHalfHour_IsErased_AndTheNumberAndOtherCountsStay([Values] bool postgres)
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        var options = new DbContextOptionsBuilder<ConnectDb>()
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        _ = postgres ? options.UseNpgsql(PostgresServer.NewDatabase()) : options.UseSqlite(connection);
        await using var db = new ConnectDb(options.Options);
        await db.GetService<IMigrator>().MigrateAsync(Before);
        db.Publications.AddRange(
            Row(1, AggregateView.WithoutGap, "a b"), Row(2, AggregateView.Met, "a b"), Row(3, AggregateView.WithoutGap, null));
        await db.SaveChangesAsync();

        await db.Database.MigrateAsync();

        var rows = await db.Publications.AsNoTracking().OrderBy(row => row.Period).ToListAsync();
        Assert.That(rows.Select(row => (row.Count, row.Counted)), Is.EqualTo(new[] { (2, ""), (2, "a b"), (2, null) }));
    }

    private static PublicationRow Row(int week, AggregateView view, string? counted) => new()
    {
        Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch), View = view, Audience = "everyone", Period = new(2026, 3, week),
        On = new(2026, 4, 1), Count = 2, Of = 3, People = counted is null ? null : "a b c", Counted = counted,
    };
}
