using NodaTime;
using static TeamsConnectBot.Core.Rituals.Holidays.PublicHolidays;

namespace TeamsConnectBot.Core.Rituals.Holidays;

/// <summary>Bank holidays: several are the first or last Monday of a month.</summary>
internal static class BankHolidays
{
    /// <summary>England and Wales. What falls in a weekend is given on the next working day, and is still a day off itself.</summary>
    public static IEnumerable<Holiday> English(int year)
    {
        var named = Named(year).ToList();
        var taken = named.Select(holiday => holiday.Date).Where(date => !IsWeekend(date)).ToHashSet();
        foreach (var holiday in named)
        {
            yield return holiday;
            if (!IsWeekend(holiday.Date))
            {
                continue;
            }

            var day = holiday.Date;
            while (IsWeekend(day) || taken.Contains(day))
            {
                day = day.PlusDays(1);
            }

            taken.Add(day);
            yield return holiday with { Date = day };
        }
    }

    /// <summary>Ireland: what falls in a weekend moves for nobody.</summary>
    public static IEnumerable<Holiday> Irish(int year) =>
    [
        NewYear(year),
        new(Brigid(year), "Sint-Brigidadag", "St Brigid's Day"),
        new(new LocalDate(year, 3, 17), "Sint-Patricksdag", "St Patrick's Day"),
        EasterMonday(year),
        new(FirstMonday(year, 5), "Ierse feestdag in mei", "May Bank Holiday"),
        new(FirstMonday(year, 6), "Ierse feestdag in juni", "June Bank Holiday"),
        new(FirstMonday(year, 8), "Ierse feestdag in augustus", "August Bank Holiday"),
        new(LastMonday(year, 10), "Ierse feestdag in oktober", "October Bank Holiday"),
        Christmas(year),
        BoxingDay(year),
    ];

    private static bool IsWeekend(LocalDate date) => date.DayOfWeek >= IsoDayOfWeek.Saturday;

    private static IEnumerable<Holiday> Named(int year) =>
    [
        NewYear(year), GoodFriday(year), EasterMonday(year),
        new(FirstMonday(year, 5), "Britse feestdag begin mei", "Early May Bank Holiday"),
        new(LastMonday(year, 5), "Britse feestdag eind mei", "Spring Bank Holiday"),
        new(LastMonday(year, 8), "Britse feestdag in augustus", "Summer Bank Holiday"),
        Christmas(year), BoxingDay(year),
    ];

    // The first Monday of February, or the first itself where that is a Friday.
    private static LocalDate Brigid(int year) =>
        new LocalDate(year, 2, 1) is { DayOfWeek: IsoDayOfWeek.Friday } friday ? friday : FirstMonday(year, 2);

    private static LocalDate FirstMonday(int year, int month) => new LocalDate(year, month, 1).PlusDays(-1).Next(IsoDayOfWeek.Monday);

    private static LocalDate LastMonday(int year, int month) => new LocalDate(year, month, 1).PlusMonths(1).Previous(IsoDayOfWeek.Monday);
}
