namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>What a person does in Outlook with the service's events. The service finds out through Graph.</summary>
internal sealed class OutlookClient(SandboxTenant tenant)
{
    public Task AcceptEventAsync(Person person, string eventId) => RespondAsync(person, eventId, AttendeeStatus.Accepted);

    public Task DeclineEventAsync(Person person, string eventId) => RespondAsync(person, eventId, AttendeeStatus.Declined);

    /// <summary>
    /// Proposes another time where the organiser allows it; otherwise moves the event itself, as somebody with access to the organiser's
    /// mailbox can.
    /// </summary>
    public Task MoveEventAsync(Person person, string eventId, Instant newStart) => ChangeAsync(person, eventId, (item, attendee) =>
        item.AllowNewTimeProposals
            ? WithAttendee(item, Answered(attendee, AttendeeStatus.TentativelyAccepted) with { ProposedStart = newStart })
            : item with { Start = newStart, End = newStart + (item.End - item.Start), Modified = tenant.Now });

    /// <summary>Deletes the event from the person's own calendar, which tells the organiser they declined.</summary>
    public Task DeleteEventAsync(Person person, string eventId) => ChangeAsync(person, eventId, (item, attendee) =>
        WithAttendee(item, Answered(attendee, AttendeeStatus.Declined) with { Removed = true }));

    /// <summary>Deletes the event from the organiser's calendar, and with it from everybody's.</summary>
    public Task DeleteAsOrganiserAsync(string eventId) =>
        tenant.Calendar.Remove(eventId) ? Task.CompletedTask : throw NoEvent(eventId);

    private Task RespondAsync(Person person, string eventId, AttendeeStatus response) =>
        ChangeAsync(person, eventId, (item, attendee) => WithAttendee(item, Answered(attendee, response)));

    private EventAttendee Answered(EventAttendee attendee, AttendeeStatus response) =>
        attendee with { Response = response, RespondedAt = tenant.Now };

    private Task ChangeAsync(Person person, string eventId, Func<CalendarEvent, EventAttendee, CalendarEvent> change)
    {
        var changed = tenant.Calendar.Update(eventId, item => item.AttendeeAt(person.Mail) is { } attendee
            ? change(item, attendee)
            : throw new ArgumentException($"{person.Id} is not invited to event {eventId}.", nameof(person)));
        return changed is not null ? Task.CompletedTask : throw NoEvent(eventId);
    }

    private static ArgumentException NoEvent(string eventId) => new($"There is no event {eventId}.", nameof(eventId));

    private static CalendarEvent WithAttendee(CalendarEvent item, EventAttendee attendee) =>
        item with { Attendees = item.Attendees.Replace(item.AttendeeAt(attendee.Address)!, attendee) };
}
