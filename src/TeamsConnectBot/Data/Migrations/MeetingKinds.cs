using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>What distinguishes meetings for learning.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261122000008_MeetingKinds")]
internal sealed class MeetingKinds : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<bool>("AcrossDepartments", "Connections", defaultValue: false);
}
