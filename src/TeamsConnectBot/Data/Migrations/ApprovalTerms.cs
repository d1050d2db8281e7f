using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>Who asked for an approval, the reason given with the decision, a yes until a day, and who hears in Teams what waits.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261130000900_ApprovalTerms")]
internal sealed class ApprovalTerms : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("AskedByName", "RuleApprovals", nullable: true);
        migrationBuilder.AddColumn<string>("Reason", "RuleApprovals", nullable: true);
        migrationBuilder.AddColumn<string>("Until", "RuleApprovals", nullable: true);
        migrationBuilder.AddColumn<int>("BeforeNumber", "RuleApprovals", nullable: true);
        migrationBuilder.AddColumn<long>("ApprovalNoticesSince", "Participants", nullable: true);
    }
}
