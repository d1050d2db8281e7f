using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>That somebody who was erased had been welcomed, as a keyed hash.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261122000023_Welcomed")]
internal sealed class Welcomed : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "Welcomed",
        t => new { Key = t.Column<string>(), Month = t.Column<string>() },
        constraints: t => t.PrimaryKey("PK_Welcomed", x => x.Key));
}
