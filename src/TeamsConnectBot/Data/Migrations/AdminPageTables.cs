using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>What the admin page keeps.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261122000006_AdminPage")]
internal sealed class AdminPageTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "SessionKeys",
            t => new { Id = t.Column<Guid>(), Xml = t.Column<string>() },
            constraints: t => t.PrimaryKey("PK_SessionKeys", x => x.Id));

        migrationBuilder.CreateTable(
            "Holidays",
            t => new { Day = t.Column<string>(), Nl = t.Column<string>(), En = t.Column<string>() },
            constraints: t => t.PrimaryKey("PK_Holidays", x => x.Day));

        migrationBuilder.CreateTable(
            "HumanContacts",
            t => new { Id = t.Column<Guid>(), Position = t.Column<int>(), Name = t.Column<string>(), Reach = t.Column<string>() },
            constraints: t => t.PrimaryKey("PK_HumanContacts", x => x.Id));

        migrationBuilder.CreateTable(
            "OwnTexts",
            t => new { Language = t.Column<string>(), Key = t.Column<string>(), Text = t.Column<string>() },
            constraints: t => t.PrimaryKey("PK_OwnTexts", x => new { x.Language, x.Key }));

        migrationBuilder.CreateTable(
            "Publications",
            t => new
            {
                Id = t.Column<Guid>(),
                View = t.Column<string>(),
                Audience = t.Column<string>(),
                Period = t.Column<string>(),
                On = t.Column<string>(),
                Count = t.Column<int>(),
                Of = t.Column<int>(),
                People = t.Column<string>(nullable: true),
                Counted = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_Publications", x => x.Id));
        migrationBuilder.CreateIndex("IX_Publications_Audience_Period", "Publications", ["Audience", "Period"]);
    }
}
