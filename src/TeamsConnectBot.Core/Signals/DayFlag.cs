namespace TeamsConnectBot.Core.Signals;

/// <summary>Whether AI was used on one day, the only fact ever stored about it. A day without a flag is unknown, not unused.</summary>
/// <param name="Day">The date in the person's own time zone.</param>
/// <param name="Used">Whether AI was used.</param>
public readonly record struct DayFlag(LocalDate Day, bool Used)
{
    /// <summary>For how many days a flag counts, its own day included. After that it must be gone from storage.</summary>
    public const int DaysKept = 14;

    /// <summary>The first day on which the flag no longer counts and must be gone from storage.</summary>
    public LocalDate ExpiresOn => Day.PlusDays(DaysKept);
}
