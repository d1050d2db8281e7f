using NodaTime;

namespace TeamsConnectBot.Core.Signals;

/// <summary>Whether AI was used on one day. All that is ever kept of it; a day without a flag is unknown, not unused.</summary>
/// <param name="Day">The date in the person's own zone.</param>
/// <param name="Used">Whether AI was used.</param>
public readonly record struct DayFlag(LocalDate Day, bool Used)
{
    /// <summary>Days a flag counts, its own included; from then on it must be gone from storage.</summary>
    public const int DaysKept = 14;

    /// <summary>The first day on which the flag no longer counts and must be gone from storage.</summary>
    public LocalDate ExpiresOn => Day.PlusDays(DaysKept);
}
