using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>The hand-written migrations create the same schema as the model.</summary>
internal sealed class MigrationTests
{
    private const string Schema = """
        SELECT t.name || '.' || c.name || ' ' || c.type || CASE c."notnull" WHEN 1 THEN ' not null' ELSE '' END
            || CASE WHEN c.pk > 0 THEN ' key ' || c.pk ELSE '' END || COALESCE(' default ' || c.dflt_value, '')
        FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\'
        UNION ALL
        SELECT t.name || ' index ' || i.name || CASE i."unique" WHEN 1 THEN ' unique' ELSE '' END || ' (' || group_concat(k.name) || ')'
            || CASE i.partial WHEN 1 THEN (SELECT substr(sql, instr(sql, ' WHERE ')) FROM sqlite_master WHERE name = i.name) ELSE '' END
        FROM sqlite_master t JOIN pragma_index_list(t.name) i JOIN pragma_index_info(i.name) k
        WHERE t.type = 'table' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\' GROUP BY t.name, i.name
        UNION ALL
        SELECT t.name || '.' || f."from" || ' to ' || f."table" || '.' || f."to" || ' on delete ' || f.on_delete
        FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table'
        ORDER BY 1
        """;

    [Test]
    public async Task Migrations_CreateTheModelsSchema()
    {
        var modelled = await SchemaAfterAsync(db => db.Database.EnsureCreatedAsync());
        var migrated = await SchemaAfterAsync(db => db.Database.MigrateAsync());

        Assert.That(modelled, Has.Count.GreaterThan(80));
        Assert.That(migrated, Is.EqualTo(modelled));
    }

    private static async Task<List<string>> SchemaAfterAsync(Func<ConnectDb, Task> create)
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var db = new ConnectDb(new DbContextOptionsBuilder<ConnectDb>().UseSqlite(connection)
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)).Options);
        await create(db);
        return await db.Database.SqlQueryRaw<string>(Schema).ToListAsync();
    }
}
