namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>A set of weekdays.</summary>
[Flags]
internal enum Weekdays : byte
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    WorkWeek = Monday | Tuesday | Wednesday | Thursday | Friday,
}

internal static class WeekdaysExtensions
{
    private static readonly IsoDayOfWeek[] InOrder = [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)];

    public static Weekdays ToWeekdays(this IsoDayOfWeek day) => (Weekdays)(1 << ((int)day - 1));

    public static bool Contains(this Weekdays days, IsoDayOfWeek day) => (days & day.ToWeekdays()) != 0;

    public static IEnumerable<IsoDayOfWeek> List(this Weekdays days) => InOrder.Where(day => days.Contains(day));
}
