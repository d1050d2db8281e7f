using System.Globalization;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Texts;

namespace TeamsConnectBot.Cards.Building;

/// <summary>
/// Writes moments in the reader's language and time zone, because Teams does not localise dates itself. It never writes 'today'
/// or 'tomorrow', because a card may be read days after it was made.
/// </summary>
internal sealed class Moments(Reader reader)
{
    // More days ahead than this, a weekday alone would be ambiguous.
    private const int WeekdayIsEnough = 6;

    // More days ahead than this, a date without a year would be ambiguous.
    private const int YearIsClear = 300;

    private TimeTexts Words => reader.Texts.Time;

    /// <summary><c>do 14:30–14:50</c>; with the date when the weekday alone could be misread.</summary>
    public string Short(Interval slot, bool nameZone = false)
    {
        var start = slot.Start.InZone(reader.Zone);
        var daysAhead = Period.DaysBetween(reader.Now.InZone(reader.Zone).Date, start.Date);
        var weekday = Words.WeekdaysShort[Index(start.Date)];
        var day = daysAhead is >= 0 and <= WeekdayIsEnough
            ? weekday
            : Words.Date.With(("weekday", weekday), ("day", $"{start.Day}"), ("month", Words.MonthsShort[start.Month - 1]));
        return Zoned(Words.Short.With(("day", day), ("from", Clock(start)), ("to", Clock(slot.End))), nameZone);
    }

    /// <summary><c>donderdag 26 november, 14:30–14:50</c>.</summary>
    public string Long(Interval slot, bool nameZone = false)
    {
        var start = slot.Start.InZone(reader.Zone);
        return Zoned(Words.Long.With(("day", Date(start.Date)), ("from", Clock(start)), ("to", Clock(slot.End))), nameZone);
    }

    /// <summary><c>woensdag 12:00</c>: a moment less than a week ahead.</summary>
    public string Deadline(Instant moment, bool nameZone = false)
    {
        var at = moment.InZone(reader.Zone);
        return Zoned(Words.Deadline.With(("day", Words.Weekdays[Index(at.Date)]), ("time", Clock(at))), nameZone);
    }

    /// <summary><c>donderdag 26 november 14:50</c>.</summary>
    public string Moment(Instant moment) => $"{Date(moment)} {Clock(moment)}";

    /// <summary><c>14:50</c>.</summary>
    public string Clock(Instant moment) => Clock(moment.InZone(reader.Zone));

    /// <summary><c>donderdag 26 november</c>; with the year when it is nearly a year ahead or longer.</summary>
    public string Date(Instant moment)
    {
        var date = moment.InZone(reader.Zone).Date;
        var daysAhead = Period.DaysBetween(reader.Now.InZone(reader.Zone).Date, date);
        return daysAhead > YearIsClear ? $"{Date(date)} {date.Year}" : Date(date);
    }

    /// <summary><c>donderdag 26 november</c>: a day less than a year ahead.</summary>
    public string Date(LocalDate date) => Words.Date.With(
        ("weekday", Words.Weekdays[Index(date)]), ("day", $"{date.Day}"), ("month", Words.Months[date.Month - 1]));

    private string Zoned(string moment, bool nameZone)
    {
        if (!nameZone)
        {
            return moment;
        }

        var zone = reader.KnowsCity ? ZoneCities.Of(reader.Zone.Id, Languages.OfCode(reader.Texts.Language)) : Words.OwnTime;
        return Words.Zoned.With(("moment", moment), ("zone", zone));
    }

    private static string Clock(ZonedDateTime at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static int Index(LocalDate date) => (int)date.DayOfWeek - 1;
}
