using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>
/// Messages to channels and group chats join those to people. When one was due, and whether it had to be edited, was kept in due tasks.
/// </summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261129000530_OneOutbox")]
internal sealed class OneOutbox : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("SpaceId", "Messages", nullable: true);
        if (migrationBuilder.ActiveProvider?.EndsWith("PostgreSQL", StringComparison.Ordinal) == true)
        {
            // SQLite stores integers of any size in the same column.
            migrationBuilder.Sql("""ALTER TABLE "Messages" ALTER COLUMN "Sequence" TYPE bigint""");
        }

        // SQL can't calculate the shard of a subject. The rows that exist now are all swept with shard 0.
        migrationBuilder.Sql("""
            INSERT INTO "Messages" (
                "Id", "PersonId", "SpaceId", "Kind", "SubjectId", "Sequence", "DueAt", "State", "ActivityId", "SentAt", "Attempts",
                "WasInDoubt", "IsStale", "Changes", "Shard")
            SELECT
                "Posts"."Id", '', "Posts"."SpaceId", "Posts"."Kind", "Posts"."SubjectId", "Posts"."Sequence",
                COALESCE(send."DueAt", "Posts"."AddedAt"), "Posts"."State", "Posts"."ActivityId",
                CASE WHEN "Posts"."State" = 'Accepted' THEN "Posts"."AddedAt" END, COALESCE(send."Attempts", 0), "Posts"."WasInDoubt",
                edit."Id" IS NOT NULL, 0, 0
            FROM "Posts"
            LEFT JOIN "DueTasks" AS send ON send."Kind" = 'SendPost' AND send."SubjectId" = "Posts"."Id"
            LEFT JOIN "DueTasks" AS edit ON edit."Kind" = 'EditPost' AND edit."SubjectId" = "Posts"."Id"
            """);
        migrationBuilder.Sql("""DELETE FROM "DueTasks" WHERE "Kind" IN ('SendPost', 'EditPost')""");
        migrationBuilder.DropTable("Posts");
    }
}
