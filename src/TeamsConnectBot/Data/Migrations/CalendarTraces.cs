using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>
/// Erases calendar data that was kept too long: days of remote work, which were read from 'working elsewhere', and rules that selected
/// by them. The length of employment is removed from closed invitations. From now on the row says whether a rule used free time, so
/// that it can be redacted together with the calendar.
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

        // Consent to the calendar was withdrawn before the row said so.
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
