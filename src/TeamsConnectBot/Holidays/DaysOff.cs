using System.Collections.Concurrent;
using System.Collections.Immutable;
using TeamsConnectBot.Core.Rituals.Holidays;
using TeamsConnectBot.Organisation;

namespace TeamsConnectBot.Holidays;

/// <summary>
/// Days on which nothing is planned: a country's public holidays, except those on which the organisation works, and the days that an
/// admin lists. The only source of days off, for rounds,
/// messages and rituals. A person's own leave is in their calendar.
/// </summary>
internal sealed class DaysOff(IOptions<DaysOffOptions> options, OwnSettings own)
{
    // Whatever is planned further ahead is checked again before it is announced.
    private const int YearsAhead = 5;

    private readonly ConcurrentDictionary<(string Country, int Year), Days> cache = new();

    /// <summary>The countries whose public holidays apply: those of pools, of the organisation and of workplaces.</summary>
    public IReadOnlyList<string> CountriesWith(IEnumerable<string> countries) =>
        [.. countries.Select(OrOwn).Append(options.Value.Country).Concat(options.Value.Offices.Values)
            .Where(PublicHolidays.Knows).Select(country => country.ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The organisation's days off, for several years from the one before <paramref name="year"/>.</summary>
    public ImmutableHashSet<LocalDate> OfOrganisation(int year) => Of(options.Value.Country, year);

    /// <summary>
    /// A country's days off, for several years from the one before <paramref name="year"/>; an empty country means the organisation's.
    /// </summary>
    public ImmutableHashSet<LocalDate> OfCountry(string country, int year) => Of(OrOwn(country), year);

    /// <summary>The country configured for a workplace; null when there is none.</summary>
    public string? CountryOfOffice(string? office) => office is null ? null : options.Value.Offices.GetValueOrDefault(office.Trim());

    /// <summary>Whether the organisation is closed on a day, in every country.</summary>
    public bool IsClosedOn(LocalDate day) => own.Holidays.Contains(day);

    /// <summary>The moment itself, or if it is on a day off or in a weekend, the same hour of the next working day.</summary>
    public Instant NotBeforeWork(Instant moment, DateTimeZone zone)
    {
        var local = moment.InZone(zone).LocalDateTime;
        var days = OfOrganisation(local.Year);
        var day = local.Date;
        while (days.Contains(day) || day.DayOfWeek >= IsoDayOfWeek.Saturday)
        {
            day = day.PlusDays(1);
        }

        return day == local.Date ? moment : (day + local.TimeOfDay).InZoneLeniently(zone).ToInstant();
    }

    private string OrOwn(string country) => country.Length > 0 ? country : options.Value.Country;

    private ImmutableHashSet<LocalDate> Of(string country, int year)
    {
        var (listed, worked) = (own.Holidays, own.WorkedHolidays);
        var days = cache.GetValueOrDefault((country, year));
        if (days is null || !ReferenceEquals(days.Listed, listed) || !ReferenceEquals(days.Worked, worked))
        {
            cache[(country, year)] = days = new Days(listed, worked, [.. PublicOf(country, year, worked), .. listed]);
        }

        return days.All;
    }

    private static IEnumerable<LocalDate> PublicOf(string country, int year, IReadOnlySet<(string Country, string Name)> worked) =>
        PublicHolidays.Knows(country)
            ? Enumerable.Range(year - 1, YearsAhead + 1).SelectMany(each => PublicHolidays.In(country, each))
                .Where(holiday => !worked.Contains((country.ToUpperInvariant(), holiday.English))).Select(holiday => holiday.Date)
            : [];

    private sealed record Days(
        IReadOnlySet<LocalDate> Listed, IReadOnlySet<(string Country, string Name)> Worked, ImmutableHashSet<LocalDate> All);
}
