#!/usr/bin/env bash
# Npgsql.EntityFrameworkCore.PostgreSQL 10.0.0: contexts for 25 databases, once by connection string and once by NpgsqlDataSource.
# Nothing is connected to.
#
# Expected: both share EF's internal services and model, because the options differ in the database only.
# Seen: a data source's connection string is part of the hash of EF's internal services, though not of their equality. Each gets
# services and a model of its own, and the 21st throws ManyServiceProvidersCreatedWarning.
#
# Output seen:
#   by connection string: 25 contexts
#   by data source: InvalidOperationException after 19 contexts
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
cat > try.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="Npgsql.EntityFrameworkCore.PostgreSQL" Version="10.0.0" /></ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using Microsoft.EntityFrameworkCore;
using Npgsql;

Try("by connection string", (options, connect) => options.UseNpgsql(connect));
Try("by data source", (options, connect) => options.UseNpgsql(NpgsqlDataSource.Create(connect)));

static void Try(string name, Action<DbContextOptionsBuilder, string> use)
{
    var made = 0;
    try
    {
        for (; made < 25; made++)
        {
            var options = new DbContextOptionsBuilder();
            use(options, $"Host=nowhere;Database=d{made}");
            using var db = new DbContext(options.Options);
            _ = db.Model;
        }

        Console.WriteLine($"{name}: {made} contexts");
    }
    catch (Exception e)
    {
        Console.WriteLine($"{name}: {e.GetType().Name} after {made} contexts");
    }
}
X
dotnet run
