using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>Whether a round's rules chose whom to ask by what only the bot or the person knows.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261129000402_SelectiveRounds")]
internal sealed class SelectiveRounds : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<bool>("IsSelective", "Rounds", defaultValue: false);
}
