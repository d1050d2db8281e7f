namespace TeamsConnectBot.Core.Rituals.Holidays;

/// <summary>On which date a holiday falls each year, and its names.</summary>
/// <param name="DateIn">Its date in a year; null in a year without it.</param>
/// <param name="Dutch">Its name in Dutch.</param>
/// <param name="English">Its name in English.</param>
internal sealed record HolidayRule(Func<int, LocalDate?> DateIn, string Dutch, string English)
{
    public static HolidayRule On(int month, int day, string dutch, string english) =>
        new(year => new LocalDate(year, month, day), dutch, english);

    public static HolidayRule AfterEaster(int days, string dutch, string english) =>
        new(year => Easter.SundayOf(year).PlusDays(days), dutch, english);

    public static HolidayRule FirstMonday(int month, string dutch, string english) =>
        new(year => new LocalDate(year, month, 1).With(DateAdjusters.NextOrSame(IsoDayOfWeek.Monday)), dutch, english);

    public static HolidayRule LastMonday(int month, string dutch, string english) =>
        new(year => new LocalDate(year, month, 1).PlusMonths(1).Previous(IsoDayOfWeek.Monday), dutch, english);

    public PublicHoliday? In(int year) => DateIn(year) is { } date ? new PublicHoliday(date, Dutch, English) : null;
}
