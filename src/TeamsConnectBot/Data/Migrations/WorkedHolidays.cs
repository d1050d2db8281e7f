using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>Public holidays on which an organisation works; until now they were always days off.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261201000100_WorkedHolidays")]
internal sealed class WorkedHolidays : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "WorkedHolidays",
        t => new { Country = t.Column<string>(), Name = t.Column<string>() },
        constraints: t => t.PrimaryKey("PK_WorkedHolidays", x => new { x.Country, x.Name }));
}
