using NodaTime.Text;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>The occurrences of a series.</summary>
internal static class SeriesOccurrences
{
    private const string Separator = "_occ_";

    /// <summary>The single event, or the occurrences of the series, that overlap a period.</summary>
    public static IEnumerable<CalendarEvent> Between(CalendarEvent item, Instant from, Instant to)
    {
        if (item.Recurrence is null)
        {
            return item.Start < to && from < item.End ? [item] : [];
        }

        var last = to == Instant.MaxValue ? item.Recurrence.Start.PlusYears(1) : to.InZone(ZoneOf(item)).Date.PlusDays(1);
        return item.Recurrence.Until(last).Select(date => On(item, date)).OfType<CalendarEvent>()
            .Where(occurrence => occurrence.Start < to && from < occurrence.End);
    }

    /// <summary>The series and date of an occurrence's id; null for any other id.</summary>
    public static (string Series, LocalDate Date)? ParseId(string id) =>
        id.Split(Separator) is [var series, var day] && LocalDatePattern.Iso.Parse(day) is { Success: true } date
            ? (series, date.Value)
            : null;

    /// <summary>The occurrence on a date; null when it was deleted.</summary>
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
