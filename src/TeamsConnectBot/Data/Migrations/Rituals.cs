using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>Team rituals: where they live, how they are planned, and what the team votes on.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261122000004_Rituals")]
internal sealed class Rituals : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Spaces",
            t => new
            {
                Id = t.Column<Guid>(),
                ConversationId = t.Column<string>(),
                Kind = t.Column<string>(),
                TeamId = t.Column<string>(nullable: true),
                GroupId = t.Column<string>(nullable: true),
                ServiceUrl = t.Column<string>(),
                Language = t.Column<string>(),
                Zone = t.Column<string>(),
                AddedAt = t.Column<long>(),
                LostAt = t.Column<long>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_Spaces", x => x.Id));
        migrationBuilder.CreateIndex("IX_Spaces_ConversationId", "Spaces", "ConversationId", unique: true);
        migrationBuilder.CreateIndex("IX_Spaces_TeamId", "Spaces", "TeamId");

        migrationBuilder.CreateTable(
            "Rituals",
            t => new
            {
                Id = t.Column<Guid>(),
                SpaceId = t.Column<Guid>(),
                Nonce = t.Column<string>(),
                Plan = t.Column<string>(),
                IsEnded = t.Column<bool>(),
                HandledUntil = t.Column<long>(),
                HasMembers = t.Column<bool>(),
                EventId = t.Column<string>(nullable: true),
                EventState = t.Column<string>(nullable: true),
                EventsBefore = t.Column<int>(),
                SunkInARow = t.Column<int>(),
                Version = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_Rituals", x => x.Id));
        migrationBuilder.CreateIndex("IX_Rituals_SpaceId", "Rituals", "SpaceId");

        migrationBuilder.CreateTable(
            "RitualMembers",
            t => new
            {
                RitualId = t.Column<Guid>(),
                PersonId = t.Column<string>(),
                Name = t.Column<string>(),
                Mail = t.Column<string>(nullable: true),
                Hosted = t.Column<int>(),
                LastHostedAt = t.Column<long>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_RitualMembers", x => new { x.RitualId, x.PersonId }));
        migrationBuilder.CreateIndex("IX_RitualMembers_PersonId", "RitualMembers", "PersonId");

        migrationBuilder.CreateTable(
            "Occurrences",
            t => new
            {
                Id = t.Column<Guid>(),
                RitualId = t.Column<Guid>(),
                Date = t.Column<string>(),
                StartsAt = t.Column<long>(),
                Minutes = t.Column<int>(),
                State = t.Column<string>(),
                HostId = t.Column<string>(nullable: true),
                Nonce = t.Column<string>(),
                Version = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_Occurrences", x => x.Id));
        migrationBuilder.CreateIndex("IX_Occurrences_RitualId_Date", "Occurrences", ["RitualId", "Date"], unique: true);
        migrationBuilder.CreateIndex("IX_Occurrences_StartsAt", "Occurrences", "StartsAt");

        migrationBuilder.CreateTable(
            "Coming",
            t => new
            {
                OccurrenceId = t.Column<Guid>(),
                PersonId = t.Column<string>(),
                Name = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_Coming", x => new { x.OccurrenceId, x.PersonId }));
        migrationBuilder.CreateIndex("IX_Coming_PersonId", "Coming", "PersonId");

        migrationBuilder.CreateTable(
            "Drafts",
            t => new
            {
                Id = t.Column<Guid>(),
                SpaceId = t.Column<Guid>(),
                PersonId = t.Column<string>(nullable: true),
                Nonce = t.Column<string>(),
                Content = t.Column<string>(),
                ExpiresAt = t.Column<long>(),
            },
            constraints: t => t.PrimaryKey("PK_Drafts", x => x.Id));
        migrationBuilder.CreateIndex("IX_Drafts_ExpiresAt", "Drafts", "ExpiresAt");
        migrationBuilder.CreateIndex("IX_Drafts_PersonId", "Drafts", "PersonId");

        migrationBuilder.CreateTable(
            "RitualChanges",
            t => new
            {
                Id = t.Column<Guid>(),
                RitualId = t.Column<Guid>(),
                Kind = t.Column<string>(),
                PersonId = t.Column<string>(nullable: true),
                Nonce = t.Column<string>(),
                Before = t.Column<string>(nullable: true),
                After = t.Column<string>(),
                At = t.Column<long>(),
                IsUndone = t.Column<bool>(),
            },
            constraints: t => t.PrimaryKey("PK_RitualChanges", x => x.Id));
        migrationBuilder.CreateIndex("IX_RitualChanges_RitualId", "RitualChanges", "RitualId");
        migrationBuilder.CreateIndex("IX_RitualChanges_PersonId", "RitualChanges", "PersonId");

        migrationBuilder.CreateTable(
            "Proposals",
            t => new
            {
                Id = t.Column<Guid>(),
                SpaceId = t.Column<Guid>(),
                RitualId = t.Column<Guid>(nullable: true),
                Kind = t.Column<string>(),
                Nonce = t.Column<string>(),
                Change = t.Column<string>(nullable: true),
                ClosesAt = t.Column<long>(),
                State = t.Column<string>(),
                BallotKey = t.Column<string>(nullable: true),
                Charter = t.Column<string>(),
                Version = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_Proposals", x => x.Id));
        migrationBuilder.CreateIndex("IX_Proposals_SpaceId_Kind", "Proposals", ["SpaceId", "Kind"]);

        migrationBuilder.CreateTable(
            "Votes",
            t => new
            {
                ProposalId = t.Column<Guid>(),
                Voter = t.Column<string>(),
                Choice = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_Votes", x => new { x.ProposalId, x.Voter }));

        migrationBuilder.CreateTable(
            "Posts",
            t => new
            {
                Id = t.Column<Guid>(),
                SpaceId = t.Column<Guid>(),
                Kind = t.Column<string>(),
                SubjectId = t.Column<Guid>(),
                Sequence = t.Column<long>(),
                State = t.Column<string>(),
                ActivityId = t.Column<string>(nullable: true),
                AddedAt = t.Column<long>(),
                WasInDoubt = t.Column<bool>(),
            },
            constraints: t => t.PrimaryKey("PK_Posts", x => x.Id));
        migrationBuilder.CreateIndex("IX_Posts_Kind_SubjectId_Sequence", "Posts", ["Kind", "SubjectId", "Sequence"], unique: true);
        migrationBuilder.CreateIndex("IX_Posts_AddedAt", "Posts", "AddedAt");
    }
}
