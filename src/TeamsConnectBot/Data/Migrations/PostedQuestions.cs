using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>Which questions a ritual posted in which channel, so that none comes back too soon.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261130000700_PostedQuestions")]
internal sealed class PostedQuestions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "PostedQuestions",
            t => new
            {
                OccurrenceId = t.Column<Guid>(),
                RitualId = t.Column<Guid>(),
                SpaceId = t.Column<Guid>(),
                Number = t.Column<int>(),
                On = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_PostedQuestions", x => x.OccurrenceId));
        migrationBuilder.CreateIndex("IX_PostedQuestions_RitualId", "PostedQuestions", "RitualId");

        // Two rituals that post at the same moment cannot both choose the same question.
        migrationBuilder.CreateIndex(
            "IX_PostedQuestions_SpaceId_Number_On", "PostedQuestions", ["SpaceId", "Number", "On"], unique: true);
    }
}
