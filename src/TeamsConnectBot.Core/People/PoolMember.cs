using TeamsConnectBot.Core.Availability;

namespace TeamsConnectBot.Core.People;

/// <summary>
/// A participant as one round sees them: everything that decides whom they may meet and when. Built for the round, never stored.
/// </summary>
public sealed record PoolMember
{
    /// <summary>The largest <see cref="MostMeetings"/>: an invitation offers at most three gaps, and each meeting needs its own.</summary>
    public const int MaxMeetings = 3;

    /// <summary>The Entra object id. Also breaks ties, so that results are repeatable.</summary>
    public required string Id { get; init; }

    /// <summary>Their office; null when they have none.</summary>
    public string? Office { get; init; }

    /// <summary>Their department; null when unknown.</summary>
    public string? Department { get; init; }

    /// <summary>The Entra object id of their manager; a manager is never matched with their own report.</summary>
    public string? ManagerId { get; init; }

    /// <summary>The time zone in which their days are counted.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The languages in which they would have a conversation, as two-letter codes (<c>nl</c>, <c>en</c>); never empty.</summary>
    public required ImmutableHashSet<string> Languages { get; init; }

    /// <summary>The offers they would accept; empty means any.</summary>
    public ImmutableHashSet<Offer> Offers { get; init; } = [];

    /// <summary>The days of the round's week on which they are in their office.</summary>
    public ImmutableHashSet<IsoDayOfWeek> OfficeDays { get; init; } = [];

    /// <summary>Whether they would meet online.</summary>
    public bool AcceptsOnline { get; init; } = true;

    /// <summary>Whether they would meet in person.</summary>
    public bool AcceptsInPerson { get; init; } = true;

    /// <summary>When they are free within their own working hours.</summary>
    public required WeekAvailability Free { get; init; }

    /// <summary>How much a contact would help them now, 0 … 1000. It affects the order and never excludes anyone.</summary>
    public int Need { get; init; }

    /// <summary>How many rounds in a row they said yes and were left out; such people take precedence.</summary>
    public int TurnsLeftOut { get; init; }

    /// <summary>
    /// When they are free over lunch time, a daily break in which nothing but lunch is offered included: within their lunch hours, and
    /// each stretch as long as it is free. Whoever named no offers is never asked for a time outside <see cref="Free"/>.
    /// </summary>
    public WeekAvailability FreeAtLunch { get; init; } = WeekAvailability.None;

    /// <summary>Whether they prefer people whom they have not met through the bot before.</summary>
    public bool PrefersNewPeople { get; init; } = true;

    /// <summary>Whether they would rather meet people of another department; it weighs and excludes nobody.</summary>
    public bool PrefersOtherDepartment { get; init; }

    /// <summary>
    /// What they like to talk about, as keys: two people have a topic in common for each key they share. Which words mean the same is
    /// decided where the keys are made.
    /// </summary>
    public ImmutableHashSet<string> Topics { get; init; } = [];

    /// <summary>What they can tell about, as keys that match those of <see cref="WantsToLearn"/>.</summary>
    public ImmutableHashSet<string> CanTell { get; init; } = [];

    /// <summary>What they would like to learn about, as keys.</summary>
    public ImmutableHashSet<string> WantsToLearn { get; init; } = [];

    /// <summary>Whether they would meet to learn or to tell, and said about what.</summary>
    public bool MeetsToLearn =>
        (Offers.IsEmpty || Offers.Contains(Offer.Learning)) && !(CanTell.IsEmpty && WantsToLearn.IsEmpty);

    /// <summary>Whether one of the two can tell about something the other would like to learn, and both would meet for that.</summary>
    public bool CanLearnWith(PoolMember other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return MeetsToLearn && other.MeetsToLearn && (CanTell.Overlaps(other.WantsToLearn) || other.CanTell.Overlaps(WantsToLearn));
    }

    /// <summary>
    /// Their side of a two-sided pool, where people meet only somebody of the other side; null in a pool without sides. Whoever has no side
    /// among people who have one meets nobody.
    /// </summary>
    public PoolSide? Side { get; init; }

    /// <summary>
    /// The most meetings they want in one round, each with another person and at another time. Counts only for somebody with a
    /// <see cref="Side"/>; 1 … <see cref="MaxMeetings"/>, default 1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Out of range.</exception>
    public int MostMeetings { get; init => field = Allowed.Within(value, 1, MaxMeetings); } = 1;

    /// <summary>How many weeks ago they were last asked; null if never. In a two-sided pool the larger side is asked in turn.</summary>
    public int? WeeksSinceAsked { get; init; }
}
