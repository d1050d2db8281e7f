using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>Which meetings belong to a season, and which of its three times they are.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261130000401_MeetingSeasons")]
internal sealed class MeetingSeasons : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("SeasonOf", "Connections", nullable: true);
        migrationBuilder.AddColumn<int>("SeasonTime", "Connections", nullable: true);
        migrationBuilder.CreateIndex("IX_Connections_SeasonOf", "Connections", "SeasonOf");
    }
}
