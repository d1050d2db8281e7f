using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>The side of a two-sided pool as which somebody was asked.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261130000600_InvitationSides")]
internal sealed class InvitationSides : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("Side", "Invitations", nullable: true);
}
