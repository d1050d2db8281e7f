using Microsoft.EntityFrameworkCore.Diagnostics;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Tests.Postgres;

/// <summary>The hand-written migrations create the model's schema on PostgreSQL too.</summary>
internal sealed class SchemaTests
{
    private const string Schema = """
        SELECT table_name || '.' || column_name || ' ' || data_type || CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END
            || COALESCE(' default ' || column_default, '') AS "Value"
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
        UNION ALL
        SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'
        UNION ALL
        SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'f') AND conrelid::regclass::text NOT LIKE '%\_\_EF%'
        ORDER BY 1
        """;

    [Test]
    public async Task Migrations_OnPostgres_CreateTheModelsSchema()
    {
        var modelled = await SchemaAfterAsync(db => db.Database.EnsureCreatedAsync());
        var migrated = await SchemaAfterAsync(db => db.Database.MigrateAsync());

        Assert.That(modelled, Has.Count.GreaterThan(80));
        Assert.That(migrated, Is.EqualTo(modelled));
    }

    private static async Task<List<string>> SchemaAfterAsync(Func<ConnectDb, Task> create)
    {
        await using var db = new ConnectDb(new DbContextOptionsBuilder<ConnectDb>().UseNpgsql(PostgresServer.NewDatabase())
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)).Options);
        await create(db);
        return await db.Database.SqlQueryRaw<string>(Schema).ToListAsync();
    }
}
