using NodaTime;
using static TeamsConnectBot.Core.Rituals.Holidays.PublicHolidays;

namespace TeamsConnectBot.Core.Rituals.Holidays;

/// <summary>The public holidays of the countries around the Netherlands. Those that always fall on a Sunday are left out.</summary>
internal static class NeighbouringHolidays
{
    public static IEnumerable<Holiday> Belgian(int year) =>
    [
        NewYear(year), EasterMonday(year), LabourDay(year), Ascension(year), WhitMonday(year),
        new(new LocalDate(year, 7, 21), "Nationale feestdag van België", "Belgian National Day"),
        Assumption(year), AllSaints(year), Armistice(year), Christmas(year),
    ];

    /// <summary>Those of every Land.</summary>
    public static IEnumerable<Holiday> German(int year) =>
    [
        NewYear(year), GoodFriday(year), EasterMonday(year), LabourDay(year), Ascension(year), WhitMonday(year),
        new(new LocalDate(year, 10, 3), "Dag van de Duitse eenheid", "Day of German Unity"),
        Christmas(year), BoxingDay(year),
    ];

    public static IEnumerable<Holiday> French(int year) =>
    [
        NewYear(year), EasterMonday(year), LabourDay(year),
        new(new LocalDate(year, 5, 8), "Overwinningsdag", "Victory Day"),
        Ascension(year), WhitMonday(year),
        new(new LocalDate(year, 7, 14), "Nationale feestdag van Frankrijk", "French National Day"),
        Assumption(year), AllSaints(year), Armistice(year), Christmas(year),
    ];

    public static IEnumerable<Holiday> Luxembourgish(int year) =>
    [
        NewYear(year), EasterMonday(year), LabourDay(year),
        new(new LocalDate(year, 5, 9), "Dag van Europa", "Europe Day"),
        Ascension(year), WhitMonday(year),
        new(new LocalDate(year, 6, 23), "Nationale feestdag van Luxemburg", "Luxembourg National Day"),
        Assumption(year), AllSaints(year), Christmas(year), BoxingDay(year),
    ];
}
