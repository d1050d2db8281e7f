using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>What whoever reads English sees of a contact; what was there is shown in both languages until somebody fills it in.</summary>
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
