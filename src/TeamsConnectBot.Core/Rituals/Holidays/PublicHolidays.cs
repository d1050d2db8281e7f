using System.Collections.Frozen;
using static TeamsConnectBot.Core.Rituals.Holidays.HolidayRule;

namespace TeamsConnectBot.Core.Rituals.Holidays;

/// <summary>The public holidays of a whole country, by its ISO code. An admin adds the holidays of a region.</summary>
public static class PublicHolidays
{
    private static readonly HolidayRule NewYear = On(1, 1, "Nieuwjaarsdag", "New Year's Day");
    private static readonly HolidayRule GoodFriday = AfterEaster(-2, "Goede Vrijdag", "Good Friday");
    private static readonly HolidayRule EasterMonday = AfterEaster(1, "Tweede Paasdag", "Easter Monday");
    private static readonly HolidayRule LabourDay = On(5, 1, "Dag van de Arbeid", "Labour Day");
    private static readonly HolidayRule Ascension = AfterEaster(39, "Hemelvaartsdag", "Ascension Day");
    private static readonly HolidayRule WhitMonday = AfterEaster(50, "Tweede Pinksterdag", "Whit Monday");
    private static readonly HolidayRule Assumption = On(8, 15, "Maria-Hemelvaart", "Assumption Day");
    private static readonly HolidayRule AllSaints = On(11, 1, "Allerheiligen", "All Saints' Day");
    private static readonly HolidayRule Armistice = On(11, 11, "Wapenstilstand", "Armistice Day");
    private static readonly HolidayRule Christmas = On(12, 25, "Eerste Kerstdag", "Christmas Day");
    private static readonly HolidayRule BoxingDay = On(12, 26, "Tweede Kerstdag", "Boxing Day");

    // Outside the Netherlands, holidays that always fall on a Sunday are left out.
    private static readonly FrozenDictionary<string, HolidayRule[]> ByCountry = new Dictionary<string, HolidayRule[]>
    {
        ["BE"] =
        [
            NewYear, EasterMonday, LabourDay, Ascension, WhitMonday,
            On(7, 21, "Nationale feestdag van België", "Belgian National Day"),
            Assumption, AllSaints, Armistice, Christmas,
        ],
        ["DE"] =
        [
            NewYear, GoodFriday, EasterMonday, LabourDay, Ascension, WhitMonday,
            On(10, 3, "Dag van de Duitse eenheid", "Day of German Unity"),
            Christmas, BoxingDay,
        ],
        ["FR"] =
        [
            NewYear, EasterMonday, LabourDay, On(5, 8, "Overwinningsdag", "Victory Day"), Ascension, WhitMonday,
            On(7, 14, "Nationale feestdag van Frankrijk", "French National Day"),
            Assumption, AllSaints, Armistice, Christmas,
        ],
        ["GB"] =
        [
            NewYear, GoodFriday, EasterMonday,
            FirstMonday(5, "Britse feestdag begin mei", "Early May Bank Holiday"),
            LastMonday(5, "Britse feestdag eind mei", "Spring Bank Holiday"),
            LastMonday(8, "Britse feestdag in augustus", "Summer Bank Holiday"),
            Christmas, BoxingDay,
        ],
        ["IE"] =
        [
            NewYear,
            new(year => BrigidsDay(year), "Sint-Brigidadag", "St Brigid's Day"),
            On(3, 17, "Sint-Patricksdag", "St Patrick's Day"),
            EasterMonday,
            FirstMonday(5, "Ierse feestdag in mei", "May Bank Holiday"),
            FirstMonday(6, "Ierse feestdag in juni", "June Bank Holiday"),
            FirstMonday(8, "Ierse feestdag in augustus", "August Bank Holiday"),
            LastMonday(10, "Ierse feestdag in oktober", "October Bank Holiday"),
            Christmas, BoxingDay,
        ],
        ["LU"] =
        [
            NewYear, EasterMonday, LabourDay, On(5, 9, "Dag van Europa", "Europe Day"), Ascension, WhitMonday,
            On(6, 23, "Nationale feestdag van Luxemburg", "Luxembourg National Day"),
            Assumption, AllSaints, Christmas, BoxingDay,
        ],
        ["NL"] =
        [
            NewYear, AfterEaster(0, "Eerste Paasdag", "Easter Sunday"), EasterMonday,
            new(year => KingsDay(year), "Koningsdag", "King's Day"),

            // Most collective labour agreements make Liberation Day a day off once every five years.
            new(year => year % 5 == 0 ? new LocalDate(year, 5, 5) : null, "Bevrijdingsdag", "Liberation Day"),
            Ascension, AfterEaster(49, "Eerste Pinksterdag", "Whit Sunday"), WhitMonday, Christmas, BoxingDay,
        ],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The countries whose holidays are known, in order. <c>GB</c> is England and Wales.</summary>
    public static IReadOnlyList<string> Countries { get; } = [.. ByCountry.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether a country's holidays are known.</summary>
    public static bool Knows(string country) => ByCountry.ContainsKey(country);

    /// <summary>A country's holidays in a year, in order.</summary>
    /// <exception cref="KeyNotFoundException">The country is not one of <see cref="Countries"/>.</exception>
    public static IEnumerable<PublicHoliday> In(string country, int year)
    {
        var holidays = ByCountry[country].Select(rule => rule.In(year)).OfType<PublicHoliday>();
        var isBritish = string.Equals(country, "GB", StringComparison.OrdinalIgnoreCase);
        return (isBritish ? WithSubstitutes([.. holidays]) : holidays).OrderBy(holiday => holiday.Date);
    }

    /// <summary>King's Day of a year, from 2014 on: never on a Sunday.</summary>
    internal static LocalDate KingsDay(int year) =>
        new LocalDate(year, 4, 27) is { DayOfWeek: IsoDayOfWeek.Sunday } sunday ? sunday.PlusDays(-1) : new LocalDate(year, 4, 27);

    // The first Monday of February, unless 1 February is a Friday.
    private static LocalDate BrigidsDay(int year) => new LocalDate(year, 2, 1) is { DayOfWeek: IsoDayOfWeek.Friday } friday
        ? friday
        : new LocalDate(year, 2, 1).With(DateAdjusters.NextOrSame(IsoDayOfWeek.Monday));

    // A holiday at a weekend is also given on the next working day that is not a holiday.
    private static IEnumerable<PublicHoliday> WithSubstitutes(List<PublicHoliday> holidays)
    {
        var taken = holidays.Select(holiday => holiday.Date).ToHashSet();
        foreach (var holiday in holidays)
        {
            yield return holiday;
            var substitute = holiday.Date;
            while (IsWeekend(holiday.Date) && (IsWeekend(substitute) || taken.Contains(substitute)))
            {
                substitute = substitute.PlusDays(1);
            }

            if (taken.Add(substitute))
            {
                yield return holiday with { Date = substitute };
            }
        }
    }

    private static bool IsWeekend(LocalDate date) => date.DayOfWeek >= IsoDayOfWeek.Saturday;
}
