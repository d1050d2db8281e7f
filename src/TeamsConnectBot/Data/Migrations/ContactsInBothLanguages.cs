using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>The English text of a contact; until somebody fills it in, the existing text is shown in both languages.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261129000520_ContactsInBothLanguages")]
internal sealed class ContactsInBothLanguages : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("NameEn", "HumanContacts", defaultValue: "");
        migrationBuilder.AddColumn<string>("ReachEn", "HumanContacts", defaultValue: "");
    }
}
