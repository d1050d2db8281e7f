using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using NodaTime;
using TeamsConnectBot.Core.Rituals.Holidays;
using TeamsConnectBot.Organisation;

namespace TeamsConnectBot.Holidays;

/// <summary>
/// Days on which nothing is planned: a country's public holidays and what an admin lists. The only source of them, for rounds,
/// messages and rituals. Somebody's own leave is in their calendar.
/// </summary>
internal sealed class DaysOff(IOptions<DaysOffOptions> options, OwnSettings own)
{
    // Whatever lies further away is looked at again before it is announced.
    private const int YearsAhead = 5;

    private readonly ConcurrentDictionary<(string Country, int Year), Days> known = new();

    /// <summary>The countries that count anywhere.</summary>
    public IReadOnlyList<string> CountriesWith(IEnumerable<string> countries) =>
        [.. countries.Select(OrOwn).Append(options.Value.Country).Concat(options.Value.Offices.Values)
            .Where(PublicHolidays.Knows).Select(country => country.ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Those of the organisation, from a year on.</summary>
    public ImmutableHashSet<LocalDate> OfOrganisation(int year) => Of(options.Value.Country, year);

    /// <summary>Those of a country, from a year on; of the organisation's where the country is empty.</summary>
    public ImmutableHashSet<LocalDate> OfCountry(string country, int year) => Of(OrOwn(country), year);

    /// <summary>The country the settings give an office; null where they say none.</summary>
    public string? CountryOfOffice(string? office) => office is null ? null : options.Value.Offices.GetValueOrDefault(office.Trim());

    /// <summary>Whether the organisation is closed on a day, whatever the country.</summary>
    public bool IsClosedOn(LocalDate day) => own.Holidays.Contains(day);

    /// <summary>A moment, or the same hour of the first working day after it where it lies on a day off.</summary>
    public Instant NotBeforeWork(Instant moment, DateTimeZone zone)
    {
        var local = moment.InZone(zone).LocalDateTime;
        var days = OfOrganisation(local.Year);
        if (!days.Contains(local.Date))
        {
            return moment;
        }

        var day = local.Date;
        while (days.Contains(day) || day.DayOfWeek >= IsoDayOfWeek.Saturday)
        {
            day = day.PlusDays(1);
        }

        return (day + local.TimeOfDay).InZoneLeniently(zone).ToInstant();
    }

    private string OrOwn(string country) => country.Length > 0 ? country : options.Value.Country;

    private ImmutableHashSet<LocalDate> Of(string country, int year)
    {
        var listed = own.Holidays;
        var days = known.GetValueOrDefault((country, year));
        if (days is null || !ReferenceEquals(days.Listed, listed))
        {
            known[(country, year)] = days = new Days(listed, [.. PublicOf(country, year), .. listed]);
        }

        return days.All;
    }

    private static IEnumerable<LocalDate> PublicOf(string country, int year) => PublicHolidays.Knows(country)
        ? Enumerable.Range(year - 1, YearsAhead + 1).SelectMany(each => PublicHolidays.In(country, each)).Select(holiday => holiday.Date)
        : [];

    private sealed record Days(IReadOnlySet<LocalDate> Listed, ImmutableHashSet<LocalDate> All);
}
