using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>What was counted of a trial, once per step, and up to which week.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261129000401_TrialSteps")]
internal sealed class TrialSteps : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("ConsideredUntil", "Trials", nullable: true);
        migrationBuilder.AddColumn<string>("CountedUntil", "Trials", nullable: true);
        migrationBuilder.AddColumn<int>("OneInvitations", "Trials", defaultValue: 0);
        migrationBuilder.AddColumn<int>("OneMet", "Trials", defaultValue: 0);
        migrationBuilder.AddColumn<int>("OtherInvitations", "Trials", defaultValue: 0);
        migrationBuilder.AddColumn<int>("OtherMet", "Trials", defaultValue: 0);
    }
}
