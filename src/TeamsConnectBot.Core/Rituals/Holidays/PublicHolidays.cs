using System.Collections.Frozen;
using NodaTime;

namespace TeamsConnectBot.Core.Rituals.Holidays;

/// <summary>The public holidays that a whole country has, by its ISO code. What only a part of it has is for an admin to list.</summary>
public static class PublicHolidays
{
    private static readonly FrozenDictionary<string, Func<int, IEnumerable<Holiday>>> ByCountry =
        new Dictionary<string, Func<int, IEnumerable<Holiday>>>
        {
            ["BE"] = NeighbouringHolidays.Belgian,
            ["DE"] = NeighbouringHolidays.German,
            ["FR"] = NeighbouringHolidays.French,
            ["GB"] = BankHolidays.English,
            ["IE"] = BankHolidays.Irish,
            ["LU"] = NeighbouringHolidays.Luxembourgish,
            ["NL"] = year => DutchHolidays.In(year),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The countries whose holidays are known, in order. <c>GB</c> is England and Wales.</summary>
    public static IReadOnlyList<string> Countries { get; } = [.. ByCountry.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether a country's holidays are known.</summary>
    public static bool Knows(string country) => ByCountry.ContainsKey(country);

    /// <summary>A country's holidays of a year, in order.</summary>
    /// <exception cref="KeyNotFoundException">The country is not one of <see cref="Countries"/>.</exception>
    public static IEnumerable<Holiday> In(string country, int year) => ByCountry[country](year).OrderBy(holiday => holiday.Date);

    internal static Holiday NewYear(int year) => new(new LocalDate(year, 1, 1), "Nieuwjaarsdag", "New Year's Day");

    internal static Holiday LabourDay(int year) => new(new LocalDate(year, 5, 1), "Dag van de Arbeid", "Labour Day");

    internal static Holiday Assumption(int year) => new(new LocalDate(year, 8, 15), "Maria-Hemelvaart", "Assumption Day");

    internal static Holiday AllSaints(int year) => new(new LocalDate(year, 11, 1), "Allerheiligen", "All Saints' Day");

    internal static Holiday Armistice(int year) => new(new LocalDate(year, 11, 11), "Wapenstilstand", "Armistice Day");

    internal static Holiday Christmas(int year) => new(new LocalDate(year, 12, 25), "Eerste Kerstdag", "Christmas Day");

    internal static Holiday BoxingDay(int year) => new(new LocalDate(year, 12, 26), "Tweede Kerstdag", "Boxing Day");

    internal static Holiday GoodFriday(int year) => new(Easter.SundayOf(year).PlusDays(-2), "Goede Vrijdag", "Good Friday");

    internal static Holiday EasterMonday(int year) => new(Easter.SundayOf(year).PlusDays(1), "Tweede Paasdag", "Easter Monday");

    internal static Holiday Ascension(int year) => new(Easter.SundayOf(year).PlusDays(39), "Hemelvaartsdag", "Ascension Day");

    internal static Holiday WhitMonday(int year) => new(Easter.SundayOf(year).PlusDays(50), "Tweede Pinksterdag", "Whit Monday");
}
