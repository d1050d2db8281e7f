using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Rituals.Rows;

/// <summary>Configures the tables in which the rows of rituals are stored.</summary>
internal sealed class RitualTables :
    IEntityTypeConfiguration<Space>, IEntityTypeConfiguration<Ritual>, IEntityTypeConfiguration<RitualMember>,
    IEntityTypeConfiguration<Occurrence>, IEntityTypeConfiguration<Coming>, IEntityTypeConfiguration<Draft>,
    IEntityTypeConfiguration<RitualChange>, IEntityTypeConfiguration<Proposal>, IEntityTypeConfiguration<Vote>,
    IEntityTypeConfiguration<PostedQuestion>
{
    public void Configure(EntityTypeBuilder<Space> builder)
    {
        builder.ToTable("Spaces").HasIndex(x => x.ConversationId).IsUnique();
        builder.HasIndex(x => x.TeamId);
        builder.Ignore(x => x.TimeZone).Ignore(x => x.HasOwnMembers);
    }

    public void Configure(EntityTypeBuilder<Ritual> builder)
    {
        builder.ToTable("Rituals").HasIndex(x => x.SpaceId);
        builder.Property(x => x.Plan).HasConversion(StoredJson.Of<RitualPlan>(), StoredJson.Comparer<RitualPlan>());
        builder.Property(x => x.EventState).HasConversion(StoredJson.Of<SeriesState?>(), StoredJson.Comparer<SeriesState?>());
        builder.Property(x => x.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<RitualMember> builder)
    {
        builder.ToTable("RitualMembers").HasKey(x => new { x.RitualId, x.PersonId });
        builder.HasIndex(x => x.PersonId);
    }

    public void Configure(EntityTypeBuilder<Occurrence> builder)
    {
        builder.ToTable("Occurrences").HasIndex(x => new { x.RitualId, x.Date }).IsUnique();
        builder.HasIndex(x => x.StartsAt);
        builder.Ignore(x => x.Time);
        builder.Property(x => x.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Coming> builder)
    {
        builder.ToTable("Coming").HasKey(x => new { x.OccurrenceId, x.PersonId });
        builder.HasIndex(x => x.PersonId);
    }

    public void Configure(EntityTypeBuilder<PostedQuestion> builder)
    {
        builder.ToTable("PostedQuestions").HasKey(x => x.OccurrenceId);
        builder.HasIndex(x => x.RitualId);

        // Two rituals that post at the same moment cannot both choose the same question.
        builder.HasIndex(x => new { x.SpaceId, x.Number, x.On }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("Drafts").HasIndex(x => x.ExpiresAt);
        builder.HasIndex(x => x.PersonId);
        builder.Property(x => x.Content).HasConversion(StoredJson.Of<DraftContent>(), StoredJson.Comparer<DraftContent>());
    }

    public void Configure(EntityTypeBuilder<RitualChange> builder)
    {
        builder.ToTable("RitualChanges").HasIndex(x => x.RitualId);
        builder.HasIndex(x => x.PersonId);
        builder.Property(x => x.After).HasConversion(StoredJson.Of<RitualPlan>(), StoredJson.Comparer<RitualPlan>());
        builder.Property(x => x.Before).HasConversion(StoredJson.Of<RitualPlan?>(), StoredJson.Comparer<RitualPlan?>());
    }

    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.ToTable("Proposals").HasIndex(x => new { x.SpaceId, x.Kind });
        builder.Property(x => x.Change).HasConversion(StoredJson.Of<PlannedChange?>(), StoredJson.Comparer<PlannedChange?>());
        builder.Property(x => x.Charter)
            .HasConversion(StoredJson.Of<ImmutableArray<CharterChoice>>(), StoredJson.Comparer<ImmutableArray<CharterChoice>>());
        builder.Property(x => x.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Vote> builder) => builder.ToTable("Votes").HasKey(x => new { x.ProposalId, x.Voter });
}
