using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>
/// The results and the price of dry-runs in a month, and the changes that the works council allows to be tried before it decides.
/// </summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261129000400_DryRuns")]
internal sealed class DryRuns : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("MayBeTriedSince", "RuleApprovals", nullable: true);
        migrationBuilder.CreateTable(
            "DryRunMonths",
            t => new
            {
                PoolId = t.Column<string>(),
                Month = t.Column<string>(),
                Audience = t.Column<int>(),
                Asked = t.Column<int>(),
                Pairs = t.Column<int>(),
                Repeats = t.Column<int>(),
                GraphCalls = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_DryRunMonths", x => new { x.PoolId, x.Month }));
        migrationBuilder.CreateTable(
            "DryRunAnswers",
            t => new
            {
                PoolId = t.Column<string>(),
                Month = t.Column<string>(),
                Question = t.Column<string>(),
                Selected = t.Column<int>(),
                Price = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_DryRunAnswers", x => new { x.PoolId, x.Month, x.Question }));
    }
}
