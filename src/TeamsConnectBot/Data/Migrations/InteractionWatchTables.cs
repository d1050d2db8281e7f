using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>Of whom Graph tells that they worked with Copilot.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261122000022_InteractionWatches")]
internal sealed class InteractionWatchTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "InteractionWatches",
            t => new
            {
                PersonId = t.Column<string>(),
                SubscriptionId = t.Column<string>(),
                ClientState = t.Column<string>(),
                Since = t.Column<long>(),
                ExpiresAt = t.Column<long>(),
            },
            constraints: t => t.PrimaryKey("PK_InteractionWatches", x => x.PersonId));
        migrationBuilder.CreateIndex("IX_InteractionWatches_SubscriptionId", "InteractionWatches", "SubscriptionId", unique: true);
    }
}
