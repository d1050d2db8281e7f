using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>Erases, of the counts of people without a free slot, who they were; only the numbers stay.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261201000340_UnnamedCalendarCounts")]
internal sealed class UnnamedCalendarCounts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """UPDATE "Publications" SET "Counted" = '' WHERE "View" = 'WithoutGap' AND "Counted" IS NOT NULL""");
}
