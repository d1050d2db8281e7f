using NodaTime;

namespace TeamsConnectBot.Time;

internal static class ClockExtensions
{
    public static Instant GetCurrentInstant(this TimeProvider clock) => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>The first day of this month, by UTC.</summary>
    public static LocalDate GetCurrentMonth(this TimeProvider clock) => clock.GetCurrentInstant().InUtc().Date.With(DateAdjusters.StartOfMonth);

    /// <summary>An id in the order of time.</summary>
    public static Guid NewId(this TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow());
}
