using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Data;

/// <summary>Two or three people who all said yes (more at an open table), with a time, a place and a calendar event.</summary>
internal sealed class MeetingRow
{
    public required Guid Id { get; init; }

    /// <summary>The round, or the question to a colleague, that it came from.</summary>
    public required Guid RoundId { get; init; }

    /// <summary>Whether it came from a question; then it counts in no figure of rounds.</summary>
    public bool IsForQuestion { get; init; }

    public required string PoolId { get; init; }

    public required MeetingState State { get; set; }

    public required Offer Offer { get; init; }

    /// <summary>The Monday of the week of the round, or of the meeting.</summary>
    public required LocalDate Monday { get; init; }

    public required Instant StartsAt { get; set; }

    public required int Minutes { get; init; }

    /// <summary>The office to meet in; null when online.</summary>
    public string? Office { get; set; }

    /// <summary>Who says hello first.</summary>
    public string? OpenerId { get; set; }

    public bool IsOpenTable { get; init; }

    /// <summary>In a season, the meeting with which it began; null for any other meeting, also the first of a season.</summary>
    public Guid? SeasonOf { get; init; }

    /// <summary>In a season, which of the three times this is: 2 or 3.</summary>
    public int? SeasonTime { get; init; }

    /// <summary>Whether its people are known to be of different departments.</summary>
    public bool AcrossDepartments { get; init; }

    /// <summary>The number of the opening question, which is the same in every language.</summary>
    public required int Question { get; init; }

    public string? EventId { get; set; }

    public string? JoinUrl { get; set; }

    /// <summary>How many times the meeting was moved; distinguishes the messages about each time.</summary>
    public int Moves { get; set; }

    /// <summary>The person who can't make it and is choosing another slot; if both can't, the one who said so first.</summary>
    public string? MovingId { get; set; }

    /// <summary>The time before its last move.</summary>
    public Instant? MovedFrom { get; set; }

    public List<MemberRow> Members { get; init; } = [];

    public int Version { get; set; }

    public Instant EndsAt => StartsAt + Duration.FromMinutes(Minutes);

    public Interval Time => new(StartsAt, EndsAt);

    public Week Week => new(Monday);

    /// <summary>Who has not left the meeting.</summary>
    public IEnumerable<MemberRow> Coming => Members.Where(member => member.Coming);

    /// <summary>The second of two people, if they also said that they can't make it while the first was choosing.</summary>
    public MemberRow? AlsoMoving => Coming.FirstOrDefault(member => member.ChooseBy is not null && member.PersonId != MovingId);
}

/// <summary>One person in a meeting.</summary>
internal sealed class MemberRow
{
    /// <summary>The value of <see cref="Choice"/> that calls the meeting off.</summary>
    public const int CallOff = -1;

    public required Guid ConnectionId { get; init; }

    public required string PersonId { get; init; }

    public required string Nonce { get; init; }

    /// <summary>False once the person has left the meeting.</summary>
    public bool Coming { get; set; } = true;

    /// <summary>Whether the names were revealed to this person.</summary>
    public bool Told { get; set; }

    public MemberAnswer Answer { get; set; } = MemberAnswer.Unasked;

    /// <summary>When their choice of another time is carried out; null when they are not choosing.</summary>
    public Instant? ChooseBy { get; set; }

    /// <summary>
    /// The slots that all members share, as they were when this person was asked; null when they are not choosing. Each person has their
    /// own list, so that an offer does not reveal that the other was asked before. They are counted from the round's Monday, so those of
    /// a later week start at 672 or above.
    /// </summary>
    public IReadOnlyList<Slot>? OtherGaps { get; set; }

    /// <summary>
    /// The index of the slot they chose, or <see cref="CallOff"/>; null if they chose nothing, which also calls the meeting off.
    /// </summary>
    public int? Choice { get; set; }

    /// <summary>
    /// The sentence they chose for the other person when calling the meeting off, who reads it once it is off; null for none.
    /// </summary>
    public CallOffSentence? Sentence { get; set; }
}

internal sealed class MeetingRowConfiguration : IEntityTypeConfiguration<MeetingRow>
{
    public void Configure(EntityTypeBuilder<MeetingRow> builder)
    {
        builder.ToTable("Connections");
        builder.Ignore(x => x.Coming);
        builder.Ignore(x => x.AlsoMoving);
        builder.HasMany(x => x.Members).WithOne().HasForeignKey(x => x.ConnectionId);
        builder.HasIndex(x => new { x.PoolId, x.StartsAt });
        builder.HasIndex(x => x.EventId);
        builder.HasIndex(x => x.SeasonOf);
        builder.Property(x => x.AcrossDepartments).HasDefaultValue(false);
        builder.Property(x => x.IsForQuestion).HasDefaultValue(false);
        builder.Property(x => x.Version).IsConcurrencyToken();
    }
}

internal sealed class MemberRowConfiguration : IEntityTypeConfiguration<MemberRow>
{
    public void Configure(EntityTypeBuilder<MemberRow> builder)
    {
        builder.HasKey(x => new { x.ConnectionId, x.PersonId });
        builder.Property(x => x.OtherGaps).HasConversion((ValueConverter)StoredSlots.Converter, StoredSlots.Comparer);
        builder.HasIndex(x => x.PersonId);
    }
}
