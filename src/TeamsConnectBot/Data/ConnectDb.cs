namespace TeamsConnectBot.Data;

/// <summary>Everything the service stores. A test ensures that <c>docs/what-we-store.md</c> lists every column.</summary>
internal sealed class ConnectDb(DbContextOptions<ConnectDb> options) : DbContext(options)
{
    public DbSet<Participant> Participants => Set<Participant>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<Round> Rounds => Set<Round>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<MeetingRow> Meetings => Set<MeetingRow>();

    public DbSet<MemberRow> Members => Set<MemberRow>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<DueTask> DueTasks => Set<DueTask>();

    public DbSet<KeyRow> Keys => Set<KeyRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Instant>().HaveConversion<StoredInstant>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<StoredDate>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ConnectDb).Assembly);
}
