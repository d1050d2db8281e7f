using NodaTime.Text;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>One person's chair, as that person sees it: their chat with the bot and their own calendar.</summary>
internal sealed class ChairViews(SandboxTenant tenant)
{
    public ChairView Of(Person person, LocalDate? monday)
    {
        var chat = tenant.Chats.Of(person);
        var messages = chat.Messages.Select(MessageView.Of);
        return new ChairView(
            ViewOf(person), chat.Installed, chat.Blocked, chat.Joined, chat.AllowsReport, [.. messages], WeekOf(person, monday),
            Planned(person));
    }

    private static PersonView ViewOf(Person person) => new(
        person.Id, person.Name, person.Department, person.Office, person.Language, person.TimeZone.Id,
        [.. person.RemoteDays.List().Select(day => day.ToString()[..3])], person.HasMailbox);

    private OtherView ViewOf(EventAttendee attendee) => new(tenant.People.ByAddress(attendee.Address)?.Id, attendee.Name);

    private WeekView WeekOf(Person person, LocalDate? wanted)
    {
        var today = tenant.Now.InZone(person.TimeZone).Date;

        // At the weekend, the next week is shown.
        var monday = wanted ?? today.PlusDays((today.DayOfWeek >= IsoDayOfWeek.Saturday ? 8 : 1) - (int)today.DayOfWeek);
        var from = monday.AtStartOfDayInZone(person.TimeZone).ToInstant();
        var to = monday.PlusDays(7).AtStartOfDayInZone(person.TimeZone).ToInstant();
        var events = tenant.Calendar.EventsOf(person, from, to)
            .Where(item => item.Event is not null || item.Status != BusyStatus.Free)
            .Select(item => item.Event is { } made ? MadeByBot(made, person) : Own(item));
        return new WeekView(LocalDatePattern.Iso.Format(monday), [.. events]);
    }

    private List<CalendarEntryView> Planned(Person person) => person.Mail is { } mail
        ? [.. tenant.Calendar.ServiceEventsOf(mail, tenant.Now - Duration.FromDays(7), tenant.Now + Duration.FromDays(28))
            .Select(item => MadeByBot(item.Event!, person))]
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
            With = made.HideAttendees ? [] : [.. made.Attendees.Where(attendee => attendee != made.AttendeeAt(person.Mail)).Select(ViewOf)],
            State = made.AttendeeAt(person.Mail)?.Response == AttendeeStatus.Declined ? "declined" : null,
            CreatedAt = made.Created.ToDateTimeOffset(),
        };
}
