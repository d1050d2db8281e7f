using System.Collections.Immutable;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Holidays;

namespace TeamsConnectBot.Pools;

/// <summary>The days off that apply to a pool.</summary>
internal static class PoolDaysOff
{
    extension(DaysOff daysOff)
    {
        /// <summary>The pool's days off, from a year on.</summary>
        public ImmutableHashSet<LocalDate> OfPool(PoolOptions pool, int year) => daysOff.OfCountry(pool.Country, year);

        /// <summary>The days off of people in an office, from a year on; their pool's if the settings give the office no country.</summary>
        public ImmutableHashSet<LocalDate> OfOffice(string? office, PoolOptions pool, int year) =>
            daysOff.OfCountry(daysOff.CountryOfOffice(office) ?? pool.Country, year);

        /// <summary>The pool's calendar of working days, from now on.</summary>
        public PoolCalendar CalendarOf(PoolOptions pool, Instant now)
        {
            var calendar = PoolCalendar.NineToFive(pool.TimeZone);
            return calendar with { Holidays = daysOff.OfPool(pool, now.InZone(calendar.Hours.Zone).Year) };
        }
    }
}
