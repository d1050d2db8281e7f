using NodaTime;
using NodaTime.Text;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>The single times of a series.</summary>
internal static class SeriesOccurrences
{
    private const string Separator = "_occ_";

    /// <summary>The event itself, or its times that touch a window when it is a series.</summary>
    public static IEnumerable<CalendarEvent> Between(CalendarEvent item, Instant from, Instant to)
    {
        if (item.Recurrence is null)
        {
            return item.Start < to && from < item.End ? [item] : [];
        }

        var last = to == Instant.MaxValue ? item.Recurrence.Start.PlusYears(1) : to.InZone(ZoneOf(item)).Date.PlusDays(1);
        return item.Recurrence.Until(last).Select(date => On(item, date)).OfType<CalendarEvent>().Where(time => time.Start < to && from < time.End);
    }

    /// <summary>The series and the day a time's id means; null when it is no time's id.</summary>
    public static (string Series, LocalDate Date)? Read(string id) =>
        id.Split(Separator) is [var series, var day] && LocalDatePattern.Iso.Parse(day) is { Success: true } date ? (series, date.Value) : null;

    /// <summary>The time of a day; null when it was deleted.</summary>
    public static CalendarEvent? On(CalendarEvent series, LocalDate date)
    {
        if (series.Exceptions.TryGetValue(date, out var changed))
        {
            return changed is null ? null : changed with { Attendees = series.Attendees };
        }

        var zone = ZoneOf(series);
        var start = (date + series.Start.InZone(zone).TimeOfDay).InZoneLeniently(zone).ToInstant();
        return series with
        {
            Id = series.Id + Separator + LocalDatePattern.Iso.Format(date),
            SeriesMasterId = series.Id,
            OriginalStart = start,
            TransactionId = null,
            Recurrence = null,
            Start = start,
            End = start + (series.End - series.Start),
        };
    }

    private static DateTimeZone ZoneOf(CalendarEvent item) => ZoneLookup.Find(item.OriginalZone) ?? DateTimeZone.Utc;
}
