using NodaTime;
using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Rounds;

/// <summary>
/// The days a rule may look at and an invitation's facts may hold: only what people told about themselves, never what their
/// calendar shows. Whoever told nothing works Monday to Friday, at the office.
/// </summary>
internal static class ToldDays
{
    public static IReadOnlySet<IsoDayOfWeek> WorkingOf(Preferences told) => told.Days is { Length: > 0 } days ? DaySets.Of(days) : WorkingHours.MondayToFriday;

    public static IReadOnlySet<IsoDayOfWeek> OfficeOf(Preferences told) => told.OfficeDays is { Length: > 0 } days ? DaySets.Of(days) : WorkingOf(told);

    public static int RemoteOf(Preferences told) => WorkingOf(told).Except(OfficeOf(told)).Count();
}
