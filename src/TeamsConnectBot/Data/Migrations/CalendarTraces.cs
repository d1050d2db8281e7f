using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>
/// Erases what was kept of calendars for too long: days of remote work, which were read from 'working elsewhere', and rules that
/// selected by them. How long somebody has worked here goes from invitations that have closed. Of a rule that looks at free time
/// it is known from now on that it does, so that it goes with the calendar.
/// </summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261129000201_CalendarTraces")]
internal sealed class CalendarTraces : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("ByCalendar", "Invitations", defaultValue: false);

        migrationBuilder.Sql(StoredFacts.Without(migrationBuilder.ActiveProvider, ["RemoteDays"], "TRUE"));
        migrationBuilder.Sql(StoredFacts.Without(
            migrationBuilder.ActiveProvider, ["Newcomer"], """ "RoundId" IN (SELECT "Id" FROM "Rounds" WHERE "State" = 'Settled') """));
        migrationBuilder.Sql($"""
            UPDATE "Invitations" SET "RuleId" = NULL, "RuleNumber" = NULL, "RuleWhy" = NULL, "ByBand" = FALSE
            WHERE "RuleId" = 'remote-and-rarely-met' OR {LooksAt("remoteShareAtLeast")} OR {LooksAt("officeDaysAtLeast")}
            """);
        migrationBuilder.Sql($"""UPDATE "Invitations" SET "ByCalendar" = TRUE WHERE {LooksAt("gapMinutesAtLeast")}""");

        // The calendar was withdrawn before this was known.
        migrationBuilder.Sql("""
            UPDATE "Invitations" SET "RuleId" = NULL, "RuleNumber" = NULL, "RuleWhy" = NULL, "ByBand" = FALSE, "ByCalendar" = FALSE
            WHERE "ByCalendar" AND "PersonId" IN (SELECT "PersonId" FROM "Participants" WHERE "GapsAllowedAt" IS NULL)
            """);
    }

    private static string LooksAt(string condition) => $"""
        EXISTS (SELECT 1 FROM "RuleVersions" by_rule WHERE by_rule."RuleId" = "Invitations"."RuleId"
            AND by_rule."Number" = "Invitations"."RuleNumber" AND by_rule."Json" LIKE '%"{condition}"%')
        """;
}
