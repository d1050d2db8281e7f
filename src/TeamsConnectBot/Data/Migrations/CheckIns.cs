using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>Who has answered this month, and how many people gave which answer.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261122000021_CheckIns")]
internal sealed class CheckIns : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "CheckInsAnswered",
            t => new { PersonId = t.Column<string>(), Month = t.Column<string>() },
            constraints: t => t.PrimaryKey("PK_CheckInsAnswered", x => new { x.PersonId, x.Month }));
        migrationBuilder.CreateTable(
            "CheckInCounts",
            t => new
            {
                PoolId = t.Column<string>(),
                Month = t.Column<string>(),
                Question = t.Column<int>(),
                Answer = t.Column<int>(),
                Count = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_CheckInCounts", x => new { x.PoolId, x.Month, x.Question, x.Answer }));
    }
}
