using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.Data;

/// <summary>One person's card in one round; it names nobody.</summary>
internal sealed class Invitation
{
    public required Guid Id { get; init; }

    public required Guid RoundId { get; init; }

    public required string PersonId { get; init; }

    public required string Nonce { get; init; }

    public required InvitationState State { get; set; }

    public required Offer Offer { get; init; }

    /// <summary>The side of a two-sided pool as which they were asked; null in other pools.</summary>
    public PoolSide? Side { get; init; }

    public required LocalDate Monday { get; init; }

    /// <summary>The slots that the card offers, in the round's week; emptied some days after the answers closed.</summary>
    public required IReadOnlyList<Slot> Gaps { get; set; }

    /// <summary>The slots that the person ticked.</summary>
    public IReadOnlyList<Slot> Ticked { get; set; } = [];

    /// <summary>Why the person was invited: the facts as they were when that was decided.</summary>
    public required IReadOnlyList<NeedFact> Facts { get; set; }

    /// <summary>
    /// The rule that invited them, and its version; null for rows written before rules existed, and after redaction.
    /// </summary>
    public string? RuleId { get; set; }

    public int? RuleNumber { get; set; }

    /// <summary>The rule's sentence as it was when the invitation was decided.</summary>
    public LocalText? RuleWhy { get; set; }

    /// <summary>Whether the rule used the AI-use band; if so, the rule is redacted together with the band.</summary>
    public bool ByBand { get; set; }

    /// <summary>Whether the rule used free time; if so, the rule is redacted when the person withdraws consent to their calendar.</summary>
    public bool ByCalendar { get; set; }

    /// <summary>When the facts are deleted according to the rule; null if they are deleted together with the invitation.</summary>
    public Instant? FactsUntil { get; set; }

    public required Instant AnswersUntil { get; init; }

    /// <summary>Whether the person hosts this moment of an open table, and so said yes before anyone was asked.</summary>
    public bool IsHost { get; set; }

    public Instant? SentAt { get; set; }

    public Instant? AnsweredAt { get; set; }

    public Guid? ConnectionId { get; set; }

    public int Version { get; set; }

    public Week Week => new(Monday);
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.HasIndex(x => new { x.RoundId, x.PersonId }).IsUnique();
        builder.HasIndex(x => x.PersonId);
        builder.Property(x => x.Gaps).HasConversion(StoredSlots.Converter, StoredSlots.Comparer);
        builder.Property(x => x.Ticked).HasConversion(StoredSlots.Converter, StoredSlots.Comparer);
        builder.Property(x => x.Facts)
            .HasConversion(StoredJson.Of<IReadOnlyList<NeedFact>>(), StoredJson.Comparer<IReadOnlyList<NeedFact>>());
        builder.Property(x => x.ByBand).HasDefaultValue(false);
        builder.Property(x => x.ByCalendar).HasDefaultValue(false);
        builder.Property(x => x.RuleWhy).HasConversion(StoredJson.Of<LocalText?>(), StoredJson.Comparer<LocalText?>());
        builder.Property(x => x.Version).IsConcurrencyToken();
    }
}
