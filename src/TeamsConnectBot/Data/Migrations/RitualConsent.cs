using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>
/// Rituals have a consent of their own. Until now everybody in a channel was put into its rituals, and it was not written down
/// who wanted that. Only whoever said by name that they come stays; everybody else's row goes, and they leave the series. The
/// ritual itself goes on in its channel, where its cards now have a button to take part. Nobody is written to.
/// </summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261129000300_RitualConsent")]
internal sealed class RitualConsent : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("CalendarAllowedAt", "RitualMembers", nullable: true);
        migrationBuilder.AddColumn<string>("HostName", "Occurrences", nullable: true);
        migrationBuilder.Sql("""
            DELETE FROM "RitualMembers" WHERE NOT EXISTS (
                SELECT 1 FROM "Coming" JOIN "Occurrences" ON "Occurrences"."Id" = "Coming"."OccurrenceId"
                WHERE "Occurrences"."RitualId" = "RitualMembers"."RitualId" AND "Coming"."PersonId" = "RitualMembers"."PersonId")
            """);

        // A host whose row is gone was made one by the rotation, or took the turn with nothing that says so.
        migrationBuilder.Sql("""
            UPDATE "Occurrences" SET "HostName" = (
                SELECT "Name" FROM "RitualMembers"
                WHERE "RitualMembers"."RitualId" = "Occurrences"."RitualId" AND "RitualMembers"."PersonId" = "Occurrences"."HostId")
            """);
        migrationBuilder.Sql("""UPDATE "Occurrences" SET "HostId" = NULL WHERE "HostName" IS NULL""");

        // The series and the cards in the channels follow as soon as the service runs. A task may have the id of what it is about.
        migrationBuilder.Sql("""
            INSERT INTO "DueTasks" ("Id", "Kind", "SubjectId", "DueAt", "Attempts", "Shard")
            SELECT "Id", 'SyncRitualEvent', "Id", 0, 0, 0 FROM "Rituals" WHERE "EventId" IS NOT NULL ON CONFLICT DO NOTHING
            """);
        migrationBuilder.Sql("""
            INSERT INTO "DueTasks" ("Id", "Kind", "SubjectId", "DueAt", "Attempts", "Shard")
            SELECT "Posts"."Id", 'EditPost', "Posts"."Id", 0, 0, 0
            FROM "Posts" JOIN "Occurrences" ON "Occurrences"."Id" = "Posts"."SubjectId"
            WHERE "Posts"."Kind" = 'Occurrence' AND "Posts"."State" = 'Accepted' AND "Occurrences"."State" = 'Announced'
            ON CONFLICT DO NOTHING
            """);
        migrationBuilder.Sql("""ALTER TABLE "Rituals" DROP COLUMN "HasMembers" """);
    }
}
