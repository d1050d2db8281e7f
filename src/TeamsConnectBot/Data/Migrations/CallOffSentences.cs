using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>The sentence that somebody who calls a meeting off may choose for the other person.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261130000400_CallOffSentences")]
internal sealed class CallOffSentences : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("Sentence", "Members", nullable: true);
}
