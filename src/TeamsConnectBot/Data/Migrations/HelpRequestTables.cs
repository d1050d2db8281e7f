using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>Questions to colleagues, who was asked, and who wants to be asked; and which meetings come from a question.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261130000300_HelpRequestTables")]
internal sealed class HelpRequestTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "HelpRequests",
            t => new
            {
                Id = t.Column<Guid>(),
                PersonId = t.Column<string>(),
                PoolId = t.Column<string>(),
                Words = t.Column<string>(),
                Language = t.Column<string>(),
                Minutes = t.Column<int>(),
                Deadline = t.Column<long>(),
                State = t.Column<string>(),
                Nonce = t.Column<string>(),
                CreatedAt = t.Column<long>(),
                SentAt = t.Column<long>(nullable: true),
                HearsBy = t.Column<long>(nullable: true),
                IsForHost = t.Column<bool>(),
                Waves = t.Column<string>(),
                WavesSent = t.Column<int>(),
                HelperId = t.Column<string>(nullable: true),
                MeetingId = t.Column<Guid>(nullable: true),
                IsReported = t.Column<bool>(),
                Outcome = t.Column<string>(nullable: true),
                Thanks = t.Column<string>(nullable: true),
                EndedAt = t.Column<long>(nullable: true),
                Version = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_HelpRequests", x => x.Id));
        migrationBuilder.CreateIndex("IX_HelpRequests_PersonId", "HelpRequests", "PersonId");
        migrationBuilder.CreateIndex("IX_HelpRequests_HelperId", "HelpRequests", "HelperId");
        migrationBuilder.CreateIndex("IX_HelpRequests_MeetingId", "HelpRequests", "MeetingId");
        migrationBuilder.CreateTable(
            "HelpOffers",
            t => new
            {
                Id = t.Column<Guid>(),
                RequestId = t.Column<Guid>(),
                PersonId = t.Column<string>(),
                Wave = t.Column<int>(),
                Nonce = t.Column<string>(),
                Starts = t.Column<string>(),
                Ticked = t.Column<long>(nullable: true),
                State = t.Column<string>(),
                AskedAt = t.Column<long>(),
                SentAt = t.Column<long>(nullable: true),
                Version = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_HelpOffers", x => x.Id));
        migrationBuilder.CreateIndex("IX_HelpOffers_RequestId_PersonId", "HelpOffers", ["RequestId", "PersonId"], unique: true);
        migrationBuilder.CreateIndex("IX_HelpOffers_PersonId", "HelpOffers", "PersonId");
        migrationBuilder.CreateTable(
            "Helpers",
            t => new
            {
                PersonId = t.Column<string>(),
                Anything = t.Column<bool>(),
                Topics = t.Column<string>(),
                LastAskedAt = t.Column<long>(nullable: true),
                Silences = t.Column<int>(),
                Version = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_Helpers", x => x.PersonId));
        migrationBuilder.AddColumn<bool>("IsForQuestion", "Connections", nullable: false, defaultValue: false);
    }
}
