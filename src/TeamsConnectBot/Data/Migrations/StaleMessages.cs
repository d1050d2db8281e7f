using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>Indexes only the few cards that wait for an edit. SQLite never used the index over all of them.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261201000200_StaleMessages")]
internal sealed class StaleMessages : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_Messages_IsStale", "Messages");
        migrationBuilder.CreateIndex("IX_Messages_Stale", "Messages", ["State", "DueAt"], filter: "\"IsStale\"");
    }
}
