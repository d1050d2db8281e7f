using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using TeamsConnectBot.Admin.SignIn;
using TeamsConnectBot.Audit;
using TeamsConnectBot.CheckIns;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.DoNotMatch;
using TeamsConnectBot.DryRuns;
using TeamsConnectBot.Figures;
using TeamsConnectBot.Organisation;
using TeamsConnectBot.Privacy.Welcomes;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Signals.Notifications;

namespace TeamsConnectBot.Data;

/// <summary>Everything the service keeps. Every column stands in <c>docs/what-we-store.md</c>, and a test sees to it.</summary>
internal sealed class ConnectDb(DbContextOptions<ConnectDb> options) : DbContext(options)
{
    public DbSet<Participant> Participants => Set<Participant>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<AiUseDay> AiUseDays => Set<AiUseDay>();

    public DbSet<NotWithRow> NotWith => Set<NotWithRow>();

    public DbSet<CheckInAnsweredRow> CheckInsAnswered => Set<CheckInAnsweredRow>();

    public DbSet<CheckInCountRow> CheckInCounts => Set<CheckInCountRow>();

    public DbSet<InteractionWatchRow> InteractionWatches => Set<InteractionWatchRow>();

    public DbSet<WelcomedRow> Welcomed => Set<WelcomedRow>();

    public DbSet<Round> Rounds => Set<Round>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<ConnectionRow> Connections => Set<ConnectionRow>();

    public DbSet<MemberRow> Members => Set<MemberRow>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<DueTask> DueTasks => Set<DueTask>();

    public DbSet<DeliveryPause> DeliveryPauses => Set<DeliveryPause>();

    public DbSet<ReceivedActivity> ReceivedActivities => Set<ReceivedActivity>();

    public DbSet<Erasure> Erasures => Set<Erasure>();

    public DbSet<Space> Spaces => Set<Space>();

    public DbSet<Ritual> Rituals => Set<Ritual>();

    public DbSet<RitualMember> RitualMembers => Set<RitualMember>();

    public DbSet<Occurrence> Occurrences => Set<Occurrence>();

    public DbSet<Coming> Coming => Set<Coming>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<RitualChange> RitualChanges => Set<RitualChange>();

    public DbSet<Proposal> Proposals => Set<Proposal>();

    public DbSet<Vote> Votes => Set<Vote>();

    public DbSet<Post> Posts => Set<Post>();
    public DbSet<SessionKey> SessionKeys => Set<SessionKey>();

    public DbSet<AdminSession> AdminSessions => Set<AdminSession>();

    public DbSet<Holiday> Holidays => Set<Holiday>();

    public DbSet<HumanContactRow> HumanContacts => Set<HumanContactRow>();

    public DbSet<OwnText> OwnTexts => Set<OwnText>();

    public DbSet<PublicationRow> Publications => Set<PublicationRow>();

    public DbSet<RuleVersionRow> RuleVersions => Set<RuleVersionRow>();

    public DbSet<RuleStateRow> RuleStates => Set<RuleStateRow>();

    public DbSet<RuleDraftRow> RuleDrafts => Set<RuleDraftRow>();

    public DbSet<RuleApprovalRow> RuleApprovals => Set<RuleApprovalRow>();

    public DbSet<ExperimentRow> Trials => Set<ExperimentRow>();

    public DbSet<DryRunMonthRow> DryRunMonths => Set<DryRunMonthRow>();

    public DbSet<DryRunAnswerRow> DryRunAnswers => Set<DryRunAnswerRow>();

    public DbSet<StopRow> Stops => Set<StopRow>();

    public DbSet<FirstUseRow> FirstUses => Set<FirstUseRow>();

    public DbSet<VoterRow> Voters => Set<VoterRow>();

    public DbSet<KeyRow> Keys => Set<KeyRow>();

    public DbSet<AuditRow> AuditEntries => Set<AuditRow>();

    public DbSet<AuditHeadRow> AuditHeads => Set<AuditHeadRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Instant>().HaveConversion<StoredInstant>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<StoredDate>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Participant>(participant =>
        {
            participant.HasKey(x => x.PersonId);
            participant.HasIndex(x => x.PoolId);
            participant.Property(x => x.Preferences).HasConversion(StoredJson.Of<Preferences>(), StoredJson.Comparer<Preferences>());
        });
        modelBuilder.Entity<Consent>().HasIndex(x => x.PersonId);
        modelBuilder.Entity<AiUseDay>().HasKey(x => new { x.PersonId, x.Day });
        modelBuilder.Entity<Round>(round =>
        {
            round.HasIndex(x => new { x.PoolId, x.Monday }).IsUnique();
            round.Property(x => x.Asked).HasDefaultValue(0);
            round.Property(x => x.IsSelective).HasDefaultValue(false);
            round.Property(x => x.NotAsked).HasConversion(StoredJson.Of<Dictionary<string, int>>(), StoredJson.Comparer<Dictionary<string, int>>());
            round.Property(x => x.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<Invitation>(invitation =>
        {
            invitation.HasIndex(x => new { x.RoundId, x.PersonId }).IsUnique();
            invitation.HasIndex(x => x.PersonId);
            invitation.Property(x => x.Gaps).HasConversion(StoredSlots.Converter, StoredSlots.Comparer);
            invitation.Property(x => x.Ticked).HasConversion(StoredSlots.Converter, StoredSlots.Comparer);
            invitation.Property(x => x.Facts).HasConversion(StoredJson.Of<IReadOnlyList<Core.Rules.NeedFact>>(), StoredJson.Comparer<IReadOnlyList<Core.Rules.NeedFact>>());
            invitation.Property(x => x.ByBand).HasDefaultValue(false);
            invitation.Property(x => x.ByCalendar).HasDefaultValue(false);
            invitation.Property(x => x.RuleWhy).HasConversion(StoredJson.Of<Core.Rules.Definition.LocalText?>(), StoredJson.Comparer<Core.Rules.Definition.LocalText?>());
            invitation.Property(x => x.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<ConnectionRow>(connection =>
        {
            connection.Ignore(x => x.Coming);
            connection.Ignore(x => x.AlsoMoving);
            connection.HasMany(x => x.Members).WithOne().HasForeignKey(x => x.ConnectionId);
            connection.HasIndex(x => new { x.PoolId, x.StartsAt });
            connection.HasIndex(x => x.EventId);
            connection.Property(x => x.AcrossDepartments).HasDefaultValue(false);
            connection.Property(x => x.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<MemberRow>(member =>
        {
            member.HasKey(x => new { x.ConnectionId, x.PersonId });
            member.Property(x => x.OtherGaps).HasConversion((ValueConverter)StoredSlots.Converter, StoredSlots.Comparer);
            member.HasIndex(x => x.PersonId);
        });
        modelBuilder.Entity<Message>(message =>
        {
            message.HasIndex(x => new { x.PersonId, x.Kind, x.SubjectId, x.Sequence }).IsUnique();
            message.HasIndex(x => new { x.State, x.DueAt });
            message.HasIndex(x => x.SubjectId);
            message.HasIndex(x => x.IsStale);
            message.Property(x => x.Shard).HasDefaultValue(0);
            message.Property(x => x.Changes).HasDefaultValue(0);
        });
        modelBuilder.Entity<DueTask>(task =>
        {
            task.HasIndex(x => x.DueAt);
            task.HasIndex(x => new { x.Kind, x.SubjectId }).IsUnique();
            task.Property(x => x.Shard).HasDefaultValue(0);
        });
        modelBuilder.Entity<ReceivedActivity>(activity =>
        {
            activity.HasKey(x => x.Key);
            activity.HasIndex(x => x.At);
        });
        modelBuilder.Entity<Erasure>().HasKey(x => x.Day);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ConnectDb).Assembly);
    }
}
