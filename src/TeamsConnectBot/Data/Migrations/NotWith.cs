using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>Whom people would rather not meet.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261122000020_NotWith")]
internal sealed class NotWith : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "NotWith",
            t => new
            {
                Id = t.Column<Guid>(),
                PersonId = t.Column<string>(),
                OtherId = t.Column<string>(nullable: true),
                OtherKey = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_NotWith", x => x.Id));
        migrationBuilder.CreateIndex("IX_NotWith_PersonId_OtherKey", "NotWith", ["PersonId", "OtherKey"], unique: true);
        migrationBuilder.CreateIndex("IX_NotWith_OtherId", "NotWith", "OtherId");
    }
}
