using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using NodaTime;
using TeamsConnectBot.Admin.Organisation;
using TeamsConnectBot.Core.Rituals.Holidays;

namespace TeamsConnectBot.Rituals.Engine;

/// <summary>Days on which no ritual takes place: Dutch public holidays, unless switched off, and what an admin lists.</summary>
internal sealed class Holidays(IOptions<RitualOptions> options, OwnSettings settings)
{
    // A time further away is looked at again before it is announced.
    private const int YearsAhead = 5;

    private readonly ConcurrentDictionary<int, ImmutableHashSet<LocalDate>> dutch = new();

    /// <summary>Those from a year on.</summary>
    public ImmutableHashSet<LocalDate> From(int year) => dutch.GetOrAdd(year, DutchFrom).Union(settings.Holidays);

    private ImmutableHashSet<LocalDate> DutchFrom(int year) => options.Value.DutchHolidays
        ? [.. Enumerable.Range(year - 1, YearsAhead + 1).SelectMany(each => DutchHolidays.In(each)).Select(holiday => holiday.Date)]
        : [];
}
