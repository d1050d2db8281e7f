namespace TeamsConnectBot.Core.Meetings;

/// <summary>Something that happened to a season.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="MemberId">Who did it; null when it is about both.</param>
public readonly record struct SeasonEvent(SeasonEventKind Kind, string? MemberId = null)
{
    /// <summary>Both said yes to an invitation and were matched with each other.</summary>
    public static SeasonEvent Settled { get; } = new(SeasonEventKind.Settled);

    /// <summary>The time of their meeting has passed.</summary>
    public static SeasonEvent TookPlace { get; } = new(SeasonEventKind.TookPlace);

    /// <summary>Their meeting is off.</summary>
    public static SeasonEvent CalledOff { get; } = new(SeasonEventKind.CalledOff);

    /// <summary>The weeks of a season are over.</summary>
    public static SeasonEvent WeeksPassed { get; } = new(SeasonEventKind.WeeksPassed);

    /// <summary>A member said that they would like to meet three times.</summary>
    public static SeasonEvent Wanted(string memberId) => new(SeasonEventKind.Wanted, memberId);

    /// <summary>A member no longer wants it, left, or was erased.</summary>
    public static SeasonEvent Dropped(string memberId) => new(SeasonEventKind.Dropped, memberId);
}

/// <summary>What can happen to a season.</summary>
public enum SeasonEventKind
{
    /// <summary>A member said that they would like to meet three times.</summary>
    Wanted,

    /// <summary>A member no longer wants it, left, or was erased.</summary>
    Dropped,

    /// <summary>Both said yes to an invitation and were matched with each other.</summary>
    Settled,

    /// <summary>The time of their meeting has passed. Whether they say that they met is not looked at: it would show.</summary>
    TookPlace,

    /// <summary>Their meeting is off.</summary>
    CalledOff,

    /// <summary>The weeks of a season are over.</summary>
    WeeksPassed,
}
