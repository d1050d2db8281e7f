namespace TeamsConnectBot.Core.Rituals.Holidays;

/// <summary>Calculates Easter.</summary>
public static class Easter
{
    /// <summary>Easter Sunday of a year in the Gregorian calendar, by the Meeus/Jones/Butcher algorithm.</summary>
    public static LocalDate SundayOf(int year)
    {
        var golden = year % 19;
        var (century, inCentury) = Math.DivRem(year, 100);
        var epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        var correction = (golden + 11 * epact + 22 * weekday) / 451;
        var (month, day) = Math.DivRem(epact + weekday - 7 * correction + 114, 31);
        return new LocalDate(year, month, day + 1);
    }
}
