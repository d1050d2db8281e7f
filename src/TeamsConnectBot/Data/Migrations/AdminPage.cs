using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>What the admin page keeps.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261122000006_AdminPage")]
internal sealed class AdminPage : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "SessionKeys",
            t => new { Id = t.Column<Guid>(), Xml = t.Column<string>() },
            constraints: t => t.PrimaryKey("PK_SessionKeys", x => x.Id));
    }
}
