#!/usr/bin/env bash
# Microsoft.EntityFrameworkCore.Sqlite 10.0.14: an index on a boolean column, and a query for the rows where it is true.
#
# Expected: the index finds them, as one on any other column would.
# Seen: EF writes the column itself as the condition ("WHERE flag"), for which SQLite uses no index, however few rows are true. It reads
# the whole table. An index with the same words as its filter is used.
#
# Output seen:
#   index on the column: SCAN t
#   "WHERE flag = 1", written by hand: SEARCH Tasks USING INDEX IX_Tasks_IsLate (IsLate=?)
#   index with a filter: SEARCH t USING INDEX IX_Tasks_Late (DueAt<?)
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
cat > try.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="10.0.14" /></ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

using var connection = new SqliteConnection("Data Source=:memory:");
connection.Open();
using var db = new Db(new DbContextOptionsBuilder<Db>().UseSqlite(connection).Options);
db.Database.EnsureCreated();
for (var id = 1; id <= 1000; id++)
{
    db.Add(new Task { Id = id, DueAt = id, IsLate = id == 500 });
}

db.SaveChanges();
Execute("ANALYZE");
Execute("DROP INDEX IX_Tasks_Late");
var late = db.Tasks.Where(task => task.IsLate && task.DueAt < 900);
Console.WriteLine("index on the column: " + Plan(late.ToQueryString()));
Console.WriteLine("\"WHERE flag = 1\", written by hand: " + Plan("SELECT * FROM Tasks WHERE IsLate = 1"));
Execute("CREATE INDEX IX_Tasks_Late ON Tasks (DueAt) WHERE \"IsLate\"");
Console.WriteLine("index with a filter: " + Plan(late.ToQueryString()));

string Plan(string sql)
{
    using var command = connection.CreateCommand();
    command.CommandText = "EXPLAIN QUERY PLAN " + sql;
    using var reader = command.ExecuteReader();
    reader.Read();
    return reader.GetString(3);
}

void Execute(string sql)
{
    using var command = connection.CreateCommand();
    command.CommandText = sql;
    command.ExecuteNonQuery();
}

sealed class Task
{
    public int Id { get; set; }
    public int DueAt { get; set; }
    public bool IsLate { get; set; }
}

sealed class Db(DbContextOptions<Db> options) : DbContext(options)
{
    public DbSet<Task> Tasks => Set<Task>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Task>().HasIndex(task => task.IsLate);
        model.Entity<Task>().HasIndex(task => task.DueAt, "IX_Tasks_Late").HasFilter("\"IsLate\"");
    }
}
X
dotnet build --nologo -v quiet
seen=$(dotnet run --no-build)
echo "$seen"
expected='index on the column: SCAN t
"WHERE flag = 1", written by hand: SEARCH Tasks USING INDEX IX_Tasks_IsLate (IsLate=?)
index with a filter: SEARCH t USING INDEX IX_Tasks_Late (DueAt<?)'
[ "$seen" = "$expected" ] || { echo 'It behaves otherwise now.'; exit 1; }
