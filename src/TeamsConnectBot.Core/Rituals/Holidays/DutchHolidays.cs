using NodaTime;

namespace TeamsConnectBot.Core.Rituals.Holidays;

/// <summary>The public holidays of the Netherlands.</summary>
public static class DutchHolidays
{
    /// <summary>A year's, in order. Bevrijdingsdag only in the lustrum years most collective agreements give off.</summary>
    /// <param name="year">The year, from 2014 on: the first Koningsdag.</param>
    /// <param name="withGoodFriday">Goede Vrijdag, a day off for part of the country.</param>
    public static IEnumerable<Holiday> In(int year, bool withGoodFriday = false)
    {
        var easter = Easter.SundayOf(year);
        IEnumerable<Holiday> all =
        [
            new(new LocalDate(year, 1, 1), "Nieuwjaarsdag", "New Year's Day"),
            .. withGoodFriday ? [new Holiday(easter.PlusDays(-2), "Goede Vrijdag", "Good Friday")] : Enumerable.Empty<Holiday>(),
            new(easter, "Eerste Paasdag", "Easter Sunday"),
            new(easter.PlusDays(1), "Tweede Paasdag", "Easter Monday"),
            new(KingsDay(year), "Koningsdag", "King's Day"),
            .. year % 5 == 0 ? [new Holiday(new LocalDate(year, 5, 5), "Bevrijdingsdag", "Liberation Day")] : Enumerable.Empty<Holiday>(),
            new(easter.PlusDays(39), "Hemelvaartsdag", "Ascension Day"),
            new(easter.PlusDays(49), "Eerste Pinksterdag", "Whit Sunday"),
            new(easter.PlusDays(50), "Tweede Pinksterdag", "Whit Monday"),
            new(new LocalDate(year, 12, 25), "Eerste Kerstdag", "Christmas Day"),
            new(new LocalDate(year, 12, 26), "Tweede Kerstdag", "Boxing Day"),
        ];
        return all.OrderBy(holiday => holiday.Date);
    }

    /// <summary>Koningsdag of a year: never on a Sunday.</summary>
    internal static LocalDate KingsDay(int year)
    {
        var date = new LocalDate(year, 4, 27);
        return date.DayOfWeek == IsoDayOfWeek.Sunday ? date.PlusDays(-1) : date;
    }
}
