using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>Open sessions of the admin page, so that signing out ends a session on every device that has its cookie.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261129000501_AdminSessions")]
internal sealed class AdminSessions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "AdminSessions",
        t => new
        {
            Id = t.Column<string>(),
            Offices = t.Column<string>(),
            CheckedAt = t.Column<long>(),
            ExpiresAt = t.Column<long>(),
            Note = t.Column<string>(nullable: true),
            NoteIsProblem = t.Column<bool>(),
        },
        constraints: t => t.PrimaryKey("PK_AdminSessions", x => x.Id));
}
