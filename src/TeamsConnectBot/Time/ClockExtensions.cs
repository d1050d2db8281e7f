namespace TeamsConnectBot.Time;

internal static class ClockExtensions
{
    public static Instant GetCurrentInstant(this TimeProvider clock) => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>The first day of this month, by UTC.</summary>
    public static LocalDate GetCurrentMonth(this TimeProvider clock) => clock.GetCurrentInstant().StartOfMonth();

    /// <summary>The first day of the month an instant is in, by UTC.</summary>
    public static LocalDate StartOfMonth(this Instant instant) => instant.InUtc().Date.With(DateAdjusters.StartOfMonth);

    /// <summary>An id that sorts by the time it was made.</summary>
    public static Guid NewId(this TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow());
}
