using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>
/// Splits the consent to AI days in two: for a person's own reports, and for the organisation's sources. The old consent named no
/// source, so it covers the person's own reports only. Data from the sources is erased, and so is whatever was stored about people who
/// do not participate.
/// </summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261129000200_ConsentsApart")]
internal sealed class ConsentsApart : Migration
{
    private const string TakePart = """SELECT "PersonId" FROM "Participants" WHERE "JoinedAt" IS NOT NULL""";

    // People whose band was based on more than their own reports, or who had not consented to one.
    private const string RestedOnMore =
        $""" "PersonId" IN (SELECT "PersonId" FROM "AiUseDays" WHERE "Source" <> 'SelfReport') OR "PersonId" NOT IN ({TakePart}) """;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.RenameColumn("BandAllowedAt", "Participants", "OwnWordAllowedAt");
        migrationBuilder.AddColumn<long>("SourcesAllowedAt", "Participants", nullable: true);

        migrationBuilder.Sql(StoredFacts.Without(migrationBuilder.ActiveProvider, ["AiUse", "NoAiUseKnown"], RestedOnMore));
        migrationBuilder.Sql($"""
            UPDATE "Invitations" SET "RuleId" = NULL, "RuleNumber" = NULL, "RuleWhy" = NULL, "ByBand" = FALSE
            WHERE "ByBand" AND ({RestedOnMore})
            """);
        migrationBuilder.Sql($"""
            DELETE FROM "AiUseDays" WHERE "Source" <> 'SelfReport' OR "PersonId" NOT IN ({TakePart} AND "OwnWordAllowedAt" IS NOT NULL)
            """);

        // A click on an old card gave these consents to people who do not participate; nothing withdrew them.
        migrationBuilder.Sql($"""
            DELETE FROM "Consents" WHERE "Layer" = 'AiUseBand' AND "Given" AND "PersonId" NOT IN ({TakePart})
            AND NOT EXISTS (SELECT 1 FROM "Consents" later WHERE later."PersonId" = "Consents"."PersonId" AND later."Layer" = 'AiUseBand'
                AND NOT later."Given" AND later."At" >= "Consents"."At")
            """);
        migrationBuilder.Sql("""UPDATE "Participants" SET "OwnWordAllowedAt" = NULL WHERE "JoinedAt" IS NULL""");
        migrationBuilder.Sql("""UPDATE "Consents" SET "Layer" = 'OwnWord' WHERE "Layer" = 'AiUseBand'""");
    }
}
