using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>Written by hand and without store types, so that each database uses its own; a test compares it with the model.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261122000000_Initial")]
internal sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Participants",
            t => new
            {
                PersonId = t.Column<string>(),
                PoolId = t.Column<string>(),
                Name = t.Column<string>(),
                Mail = t.Column<string>(nullable: true),
                UserPrincipalName = t.Column<string>(nullable: true),
                Nonce = t.Column<string>(),
                TeamsUserId = t.Column<string>(),
                ConversationId = t.Column<string>(nullable: true),
                ServiceUrl = t.Column<string>(),
                Language = t.Column<string>(),
                Zone = t.Column<string>(),
                InstalledAt = t.Column<long>(),
                JoinedAt = t.Column<long>(nullable: true),
                GapsAllowedAt = t.Column<long>(nullable: true),
                BandAllowedAt = t.Column<long>(nullable: true),
                PausedUntil = t.Column<long>(nullable: true),
                UnreachableSince = t.Column<long>(nullable: true),
                Preferences = t.Column<string>(),
                LastContactAt = t.Column<long>(nullable: true),
                TurnsLeftOut = t.Column<int>(),
                AskedForCompanyAt = t.Column<long>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_Participants", x => x.PersonId));
        migrationBuilder.CreateIndex("IX_Participants_PoolId", "Participants", "PoolId");

        migrationBuilder.CreateTable(
            "Consents",
            t => new
            {
                Id = t.Column<Guid>(),
                PersonId = t.Column<string>(),
                Layer = t.Column<string>(),
                Given = t.Column<bool>(),
                At = t.Column<long>(),
            },
            constraints: t => t.PrimaryKey("PK_Consents", x => x.Id));
        migrationBuilder.CreateIndex("IX_Consents_PersonId", "Consents", "PersonId");

        migrationBuilder.CreateTable(
            "AiUseDays",
            t => new
            {
                PersonId = t.Column<string>(),
                Day = t.Column<string>(),
                Source = t.Column<string>(),
                Used = t.Column<bool>(),
            },
            constraints: t => t.PrimaryKey("PK_AiUseDays", x => new { x.PersonId, x.Day }));

        migrationBuilder.CreateTable(
            "Rounds",
            t => new
            {
                Id = t.Column<Guid>(),
                PoolId = t.Column<string>(),
                Monday = t.Column<string>(),
                Seed = t.Column<long>(),
                State = t.Column<string>(),
                Kind = t.Column<string>(),
                StartedAt = t.Column<long>(),
                AnswersUntil = t.Column<long>(nullable: true),
                SettledAt = t.Column<long>(nullable: true),
                NotAsked = t.Column<string>(),
                Version = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_Rounds", x => x.Id));
        migrationBuilder.CreateIndex("IX_Rounds_PoolId_Monday", "Rounds", ["PoolId", "Monday"], unique: true);

        migrationBuilder.CreateTable(
            "Invitations",
            t => new
            {
                Id = t.Column<Guid>(),
                RoundId = t.Column<Guid>(),
                PersonId = t.Column<string>(),
                Nonce = t.Column<string>(),
                State = t.Column<string>(),
                Offer = t.Column<string>(),
                Monday = t.Column<string>(),
                Gaps = t.Column<string>(),
                Ticked = t.Column<string>(),
                Facts = t.Column<string>(),
                AnswersUntil = t.Column<long>(),
                IsHost = t.Column<bool>(),
                SentAt = t.Column<long>(nullable: true),
                AnsweredAt = t.Column<long>(nullable: true),
                ConnectionId = t.Column<Guid>(nullable: true),
                Version = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_Invitations", x => x.Id));
        migrationBuilder.CreateIndex("IX_Invitations_RoundId_PersonId", "Invitations", ["RoundId", "PersonId"], unique: true);
        migrationBuilder.CreateIndex("IX_Invitations_PersonId", "Invitations", "PersonId");

        migrationBuilder.CreateTable(
            "Connections",
            t => new
            {
                Id = t.Column<Guid>(),
                RoundId = t.Column<Guid>(),
                PoolId = t.Column<string>(),
                State = t.Column<string>(),
                Offer = t.Column<string>(),
                Monday = t.Column<string>(),
                StartsAt = t.Column<long>(),
                Minutes = t.Column<int>(),
                Office = t.Column<string>(nullable: true),
                OpenerId = t.Column<string>(nullable: true),
                IsOpenTable = t.Column<bool>(),
                Question = t.Column<int>(),
                EventId = t.Column<string>(nullable: true),
                JoinUrl = t.Column<string>(nullable: true),
                Moves = t.Column<int>(),
                MovingId = t.Column<string>(nullable: true),
                MovedFrom = t.Column<long>(nullable: true),
                OtherGaps = t.Column<string>(),
                Version = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_Connections", x => x.Id));
        migrationBuilder.CreateIndex("IX_Connections_PoolId_StartsAt", "Connections", ["PoolId", "StartsAt"]);
        migrationBuilder.CreateIndex("IX_Connections_EventId", "Connections", "EventId");

        migrationBuilder.CreateTable(
            "Members",
            t => new
            {
                ConnectionId = t.Column<Guid>(),
                PersonId = t.Column<string>(),
                Nonce = t.Column<string>(),
                Coming = t.Column<bool>(),
                Told = t.Column<bool>(),
                Answer = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_Members", x => new { x.ConnectionId, x.PersonId });
                t.ForeignKey("FK_Members_Connections_ConnectionId", x =>
                    x.ConnectionId, "Connections", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_Members_PersonId", "Members", "PersonId");

        migrationBuilder.CreateTable(
            "Messages",
            t => new
            {
                Id = t.Column<Guid>(),
                PersonId = t.Column<string>(),
                Kind = t.Column<string>(),
                SubjectId = t.Column<Guid>(),
                Sequence = t.Column<int>(),
                DueAt = t.Column<long>(),
                State = t.Column<string>(),
                ActivityId = t.Column<string>(nullable: true),
                SentAt = t.Column<long>(nullable: true),
                Attempts = t.Column<int>(),
                Failure = t.Column<string>(nullable: true),
                WasInDoubt = t.Column<bool>(),
                IsStale = t.Column<bool>(),
            },
            constraints: t => t.PrimaryKey("PK_Messages", x => x.Id));
        migrationBuilder.CreateIndex("IX_Messages_PersonId_Kind_SubjectId_Sequence", "Messages",
            ["PersonId", "Kind", "SubjectId", "Sequence"], unique: true);
        migrationBuilder.CreateIndex("IX_Messages_State_DueAt", "Messages", ["State", "DueAt"]);
        migrationBuilder.CreateIndex("IX_Messages_SubjectId", "Messages", "SubjectId");
        migrationBuilder.CreateIndex("IX_Messages_IsStale", "Messages", "IsStale");

        migrationBuilder.CreateTable(
            "DueTasks",
            t => new
            {
                Id = t.Column<Guid>(),
                Kind = t.Column<string>(),
                SubjectId = t.Column<Guid>(),
                DueAt = t.Column<long>(),
                Attempts = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_DueTasks", x => x.Id));
        migrationBuilder.CreateIndex("IX_DueTasks_DueAt", "DueTasks", "DueAt");
        migrationBuilder.CreateIndex("IX_DueTasks_Kind_SubjectId", "DueTasks", ["Kind", "SubjectId"], unique: true);

        migrationBuilder.CreateTable(
            "ReceivedActivities",
            t => new { Key = t.Column<string>(), At = t.Column<long>() },
            constraints: t => t.PrimaryKey("PK_ReceivedActivities", x => x.Key));
        migrationBuilder.CreateIndex("IX_ReceivedActivities_At", "ReceivedActivities", "At");

        migrationBuilder.CreateTable(
            "Erasures",
            t => new { Day = t.Column<string>(), People = t.Column<int>() },
            constraints: t => t.PrimaryKey("PK_Erasures", x => x.Day));
    }
}
