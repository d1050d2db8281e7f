using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>Pauses in sending because Teams accepts nothing.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261122000030_DeliveryPauses")]
internal sealed class DeliveryPauses : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "DeliveryPauses",
        t => new
        {
            Id = t.Column<int>(),
            Since = t.Column<long>(),
            Until = t.Column<long>(),
            Failure = t.Column<string>(),
            IsRefused = t.Column<bool>(),
        },
        constraints: t => t.PrimaryKey("PK_DeliveryPauses", x => x.Id));
}
