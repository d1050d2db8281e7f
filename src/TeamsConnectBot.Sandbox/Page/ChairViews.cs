using NodaTime;
using NodaTime.Text;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>Shows one person's seat as that person sees it: their chat and their own calendar.</summary>
internal sealed class ChairViews(SandboxTenant tenant)
{
    public ChairView Of(Person person, LocalDate? monday)
    {
        var chat = tenant.Chats.Of(person);
        return new ChairView(ViewOf(person), chat.Installed, chat.Blocked, [.. chat.Messages.Select(MessageView.Of)], WeekOf(person, monday), Planned(person));
    }

    private static PersonView ViewOf(Person person) => new(
        person.Id, person.Name, person.Department, person.Office, person.Language, person.TimeZone.Id,
        [.. person.RemoteDays.List().Select(day => day.ToString()[..3])], person.HasMailbox);

    private WeekView WeekOf(Person person, LocalDate? wanted)
    {
        var today = tenant.Now.InZone(person.TimeZone).Date;
        // On a weekend, people look at the week ahead.
        var monday = wanted ?? (today.DayOfWeek >= IsoDayOfWeek.Saturday ? today.Next(IsoDayOfWeek.Monday) : today.PlusDays(1 - (int)today.DayOfWeek));
        var from = monday.AtStartOfDayInZone(person.TimeZone).ToInstant();
        var to = monday.PlusDays(7).AtStartOfDayInZone(person.TimeZone).ToInstant();
        var events = tenant.Calendar.EventsOf(person, from, to)
            .Where(item => item.Event is not null || item.Status != BusyStatus.Free)
            .Select(item => item.Event is { } made ? MadeByBot(made, person) : Own(item));
        return new WeekView(LocalDatePattern.Iso.Format(monday), [.. events]);
    }

    private List<CalendarEntryView> Planned(Person person) => person.Mail is { } mail
        ? [.. tenant.Calendar.ServiceEventsOf(mail, tenant.Now - Duration.FromDays(7), tenant.Now + Duration.FromDays(28)).Select(item => MadeByBot(item.Event!, person))]
        : [];

    private static CalendarEntryView Own(CalendarItem item) =>
        new(null, item.AllDay ? "allDay" : "busy", item.Start.ToDateTimeOffset(), item.End.ToDateTimeOffset())
        {
            State = item.Status switch { BusyStatus.WorkingElsewhere => "remote", BusyStatus.Oof => "away", _ => null },
        };

    private CalendarEntryView MadeByBot(CalendarEvent made, Person person) =>
        new(made.Id, "bot", made.Start.ToDateTimeOffset(), made.End.ToDateTimeOffset())
        {
            Subject = made.Subject,
            Where = made.Location,
            JoinUrl = made.JoinUrl,
            With = made.HideAttendees
                ? []
                : [.. made.Attendees.Where(attendee => attendee != made.AttendeeAt(person.Mail)).Select(other => new OtherView(tenant.People.ByAddress(other.Address)?.Id, other.Name))],
            State = made.AttendeeAt(person.Mail)?.Response == AttendeeStatus.Declined ? "declined" : null,
            CreatedAt = made.Created.ToDateTimeOffset(),
        };
}
