using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>Rules with their versions and approvals, the stop of everything, and the audit log.</summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261122000005_Rules")]
internal sealed class AddRules : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("RuleId", "Invitations", nullable: true);
        migrationBuilder.AddColumn<int>("RuleNumber", "Invitations", nullable: true);
        migrationBuilder.AddColumn<string>("RuleWhy", "Invitations", nullable: true);
        migrationBuilder.AddColumn<bool>("ByBand", "Invitations", defaultValue: false);
        migrationBuilder.AddColumn<long>("FactsUntil", "Invitations", nullable: true);
        AddBook(migrationBuilder);
        AddGovernance(migrationBuilder);
        AddAudit(migrationBuilder);
    }

    private static void AddBook(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "RuleVersions",
            t => new
            {
                RuleId = t.Column<string>(),
                Number = t.Column<int>(),
                Json = t.Column<string>(),
                AuthorId = t.Column<string>(),
                At = t.Column<long>(),
            },
            constraints: t => t.PrimaryKey("PK_RuleVersions", x => new { x.RuleId, x.Number }));

        migrationBuilder.CreateTable(
            "RuleStates",
            t => new
            {
                RuleId = t.Column<string>(),
                ActiveNumber = t.Column<int>(nullable: true),
                IsOn = t.Column<bool>(),
                WaitingNumber = t.Column<int>(nullable: true),
                Version = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_RuleStates", x => x.RuleId));

        migrationBuilder.CreateTable(
            "RuleDrafts",
            t => new
            {
                RuleId = t.Column<string>(),
                Json = t.Column<string>(),
                BasedOn = t.Column<int>(),
                AuthorId = t.Column<string>(),
                At = t.Column<long>(),
                Version = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_RuleDrafts", x => x.RuleId));

        migrationBuilder.CreateTable(
            "RuleApprovals",
            t => new
            {
                Id = t.Column<Guid>(),
                RuleId = t.Column<string>(),
                Number = t.Column<int>(),
                Wider = t.Column<string>(),
                AskedById = t.Column<string>(),
                AskedAt = t.Column<long>(),
                State = t.Column<string>(),
                DecidedById = t.Column<string>(nullable: true),
                DecidedByName = t.Column<string>(nullable: true),
                DecidedAt = t.Column<long>(nullable: true),
                Version = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_RuleApprovals", x => x.Id));
        migrationBuilder.CreateIndex("IX_RuleApprovals_State", "RuleApprovals", "State");

        migrationBuilder.CreateTable(
            "Trials",
            t => new
            {
                Id = t.Column<Guid>(),
                RuleId = t.Column<string>(),
                One = t.Column<int>(),
                Other = t.Column<int>(),
                Seed = t.Column<long>(),
                StartedAt = t.Column<long>(),
                StartedById = t.Column<string>(),
                EndedAt = t.Column<long>(nullable: true),
                Version = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_Trials", x => x.Id));
        migrationBuilder.CreateIndex("IX_Trials_RuleId", "Trials", "RuleId");
    }

    private static void AddGovernance(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Stops",
            t => new
            {
                Id = t.Column<Guid>(),
                At = t.Column<long>(),
                ById = t.Column<string>(),
                ByWorksCouncil = t.Column<bool>(),
                LiftedAt = t.Column<long>(nullable: true),
                LiftedById = t.Column<string>(nullable: true),
                Version = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_Stops", x => x.Id));
        migrationBuilder.CreateIndex("IX_Stops_LiftedAt", "Stops", "LiftedAt");

        migrationBuilder.CreateTable(
            "FirstUses",
            t => new
            {
                Id = t.Column<Guid>(),
                Body = t.Column<string>(),
                AskedAt = t.Column<long>(),
                VoteUntil = t.Column<long>(nullable: true),
                Yes = t.Column<int>(),
                No = t.Column<int>(),
                Approved = t.Column<bool>(nullable: true),
                DecidedAt = t.Column<long>(nullable: true),
                DecidedById = t.Column<string>(nullable: true),
                DecidedByName = t.Column<string>(nullable: true),
                CountsAsWorkingTime = t.Column<bool>(),
                Version = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_FirstUses", x => x.Id));
        migrationBuilder.CreateIndex("IX_FirstUses_AskedAt", "FirstUses", "AskedAt");

        migrationBuilder.CreateTable(
            "Voters",
            t => new { FirstUseId = t.Column<Guid>(), PersonId = t.Column<string>() },
            constraints: t => t.PrimaryKey("PK_Voters", x => new { x.FirstUseId, x.PersonId }));

        migrationBuilder.CreateTable(
            "Keys",
            t => new { Name = t.Column<string>(), Value = t.Column<string>() },
            constraints: t => t.PrimaryKey("PK_Keys", x => x.Name));
    }

    private static void AddAudit(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "AuditEntries",
            t => new
            {
                Number = t.Column<long>(),
                At = t.Column<long>(),
                ActorId = t.Column<string>(),
                ActorName = t.Column<string>(),
                Offices = t.Column<string>(),
                Action = t.Column<string>(),
                Subject = t.Column<string>(),
                Detail = t.Column<string>(),
                PreviousHash = t.Column<string>(),
                Hash = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_AuditEntries", x => x.Number));
        migrationBuilder.CreateIndex("IX_AuditEntries_At", "AuditEntries", "At");

        migrationBuilder.CreateTable(
            "AuditHeads",
            t => new { Id = t.Column<int>(), Number = t.Column<long>(), Hash = t.Column<string>(), Version = t.Column<int>() },
            constraints: t => t.PrimaryKey("PK_AuditHeads", x => x.Id));
    }
}
