using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>
/// What somebody who can't make it was offered and chose instead, stored until the choice is carried out. Choices in progress are kept.
/// </summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261129000100_Choices")]
internal sealed class Choices : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("ChooseBy", "Members", nullable: true);
        migrationBuilder.AddColumn<int>("Choice", "Members", nullable: true);
        migrationBuilder.AddColumn<string>("OtherGaps", "Members", nullable: true);
        migrationBuilder.Sql(
            """
            UPDATE "Members" SET "ChooseBy" = (
                SELECT "DueAt" FROM "DueTasks" WHERE "Kind" = 'GiveUpMoving' AND "SubjectId" = "Members"."ConnectionId"),
                "OtherGaps" = (SELECT "OtherGaps" FROM "Connections" WHERE "Id" = "Members"."ConnectionId")
            WHERE EXISTS (
                SELECT 1 FROM "Connections"
                WHERE "Id" = "Members"."ConnectionId" AND "State" = 'Moving' AND "MovingId" = "Members"."PersonId")
            """);
        migrationBuilder.Sql("""ALTER TABLE "Connections" DROP COLUMN "OtherGaps" """);
    }
}
