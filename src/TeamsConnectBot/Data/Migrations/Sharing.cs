using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>What several processes on one database need. Existing rows stay together in the first shard.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261122000007_Sharing")]
internal sealed class Sharing : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("Shard", "Messages", defaultValue: 0);
        migrationBuilder.AddColumn<int>("Shard", "DueTasks", defaultValue: 0);
        migrationBuilder.AddColumn<int>("Changes", "Messages", defaultValue: 0);
    }
}
