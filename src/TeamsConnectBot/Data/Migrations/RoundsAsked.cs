using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>How many people a round asked, counted at that time.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261122000031_RoundsAsked")]
internal sealed class RoundsAsked : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("Asked", "Rounds", defaultValue: 0);
        migrationBuilder.Sql("""UPDATE "Rounds" SET "Asked" = (SELECT COUNT(*) FROM "Invitations" WHERE "RoundId" = "Rounds"."Id")""");
    }
}
