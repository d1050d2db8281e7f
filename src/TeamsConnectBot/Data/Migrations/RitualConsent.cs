using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>
/// Gives rituals a consent of their own. Until now everybody in a channel was added to its rituals, without a record of who wanted
/// that. Only people who said by name that they come are kept; all other rows are deleted, and those people leave the series. The
/// ritual itself continues in its channel, where its cards now have a button to join. Nobody gets a message.
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

        // A host without a row was appointed by the rotation, or took the turn without any record of it.
        migrationBuilder.Sql("""
            UPDATE "Occurrences" SET "HostName" = (
                SELECT "Name" FROM "RitualMembers"
                WHERE "RitualMembers"."RitualId" = "Occurrences"."RitualId" AND "RitualMembers"."PersonId" = "Occurrences"."HostId")
            """);
        migrationBuilder.Sql("""UPDATE "Occurrences" SET "HostId" = NULL WHERE "HostName" IS NULL""");

        // The service updates the series and the cards in the channels when it runs. A task may use the id of its subject.
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
