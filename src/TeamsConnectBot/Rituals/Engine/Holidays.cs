using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;
using TeamsConnectBot.Core.Rituals.Holidays;

namespace TeamsConnectBot.Rituals.Engine;

/// <summary>Days on which no ritual takes place: Dutch public holidays, unless switched off, and what an admin lists.</summary>
internal sealed class Holidays(IOptions<RitualOptions> options)
{
    // A time further away is looked at again before it is announced.
    private const int YearsAhead = 5;

    private readonly ConcurrentDictionary<int, ImmutableHashSet<LocalDate>> byYear = new();

    /// <summary>Those from a year on.</summary>
    public ImmutableHashSet<LocalDate> From(int year) => byYear.GetOrAdd(year, _ =>
    [
        .. options.Value.Holidays.Select(holiday => LocalDatePattern.Iso.Parse(holiday.Date).Value),
        .. options.Value.DutchHolidays ? Enumerable.Range(year - 1, YearsAhead + 1).SelectMany(each => DutchHolidays.In(each)).Select(holiday => holiday.Date) : [],
    ]);
}
