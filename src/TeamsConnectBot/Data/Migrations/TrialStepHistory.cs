using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>What was shown of a trial at each of its steps, not only at the newest.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261130000800_TrialStepHistory")]
internal sealed class TrialStepHistory : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<string>("Steps", "Trials", nullable: true);
}
