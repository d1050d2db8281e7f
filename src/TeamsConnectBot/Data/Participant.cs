using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeamsConnectBot.Data;

/// <summary>Someone who installed the app. Joining is a separate choice: see <see cref="JoinedAt"/>.</summary>
internal sealed class Participant
{
    public required string PersonId { get; init; }

    public required string PoolId { get; set; }

    public required string Name { get; set; }

    /// <summary>Null for people without a mailbox, whose slots come from their own usual hours.</summary>
    public string? Mail { get; set; }

    /// <summary>The sign-in name, for the chat link on a meeting's card.</summary>
    public string? UserPrincipalName { get; set; }

    /// <summary>The secret in the cards that are about the person alone.</summary>
    public required string Nonce { get; init; }

    /// <summary>The person's id in Teams conversations (<c>29:…</c>).</summary>
    public required string TeamsUserId { get; set; }

    /// <summary>The one-to-one conversation, once there is one.</summary>
    public string? ConversationId { get; set; }

    public required string ServiceUrl { get; set; }

    public required string Language { get; set; }

    public required string Zone { get; set; }

    public required Instant InstalledAt { get; set; }

    public Instant? JoinedAt { get; set; }

    public Instant? GapsAllowedAt { get; set; }

    /// <summary>When they allowed the use of what they report about their own week with AI.</summary>
    public Instant? OwnWordAllowedAt { get; set; }

    /// <summary>When they allowed the organisation's sources to show on which days they worked with AI.</summary>
    public Instant? SourcesAllowedAt { get; set; }

    /// <summary>When their pause ends; in the past, when it ended, which is kept while reports may name days of the pause.</summary>
    public Instant? PausedUntil { get; set; }

    public Instant? UnreachableSince { get; set; }

    public Preferences Preferences { get; set; } = new();

    /// <summary>When a member of the works council chose to hear in Teams what waits for it; null for everybody else.</summary>
    public Instant? ApprovalNoticesSince { get; set; }

    public Instant? LastContactAt { get; set; }

    /// <summary>Consecutive rounds in which their yes led to no meeting; whoever was left out goes first.</summary>
    public int TurnsLeftOut { get; set; }

    /// <summary>When the person last asked for company themselves; cleared by the next meeting.</summary>
    public Instant? AskedForCompanyAt { get; set; }

    /// <summary>Whether the organisation's sources may be read for this person now; never during a pause.</summary>
    public bool AllowsSourcesAt(Instant now) =>
        JoinedAt is not null && SourcesAllowedAt is not null && (PausedUntil is not { } until || until <= now);

    /// <summary>Whether rounds may include this person now.</summary>
    public bool IsActiveAt(Instant now) =>
        JoinedAt is not null && UnreachableSince is null && (PausedUntil is not { } until || until <= now);
}

internal sealed class ParticipantConfiguration : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> builder)
    {
        builder.HasKey(x => x.PersonId);
        builder.HasIndex(x => x.PoolId);
        builder.Property(x => x.Preferences).HasConversion(StoredJson.Of<Preferences>(), StoredJson.Comparer<Preferences>());
    }
}
