using NodaTime;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>What a person does with the bot's events in Outlook. The service sees it through Graph.</summary>
internal sealed class OutlookClient(SandboxTenant tenant)
{
    public Task AcceptEventAsync(Person person, string eventId) => RespondAsync(person, eventId, AttendeeStatus.Accepted);

    public Task DeclineEventAsync(Person person, string eventId) => RespondAsync(person, eventId, AttendeeStatus.Declined);

    /// <summary>
    /// Asks for another time where the organiser allows proposals; otherwise moves the event itself, as somebody with
    /// access to the organiser's mailbox can.
    /// </summary>
    public Task MoveEventAsync(Person person, string eventId, Instant newStart)
    {
        Change(person, eventId, (item, attendee) => item.AllowNewTimeProposals
            ? WithAttendee(item, attendee with { Response = AttendeeStatus.TentativelyAccepted, RespondedAt = tenant.Now, ProposedStart = newStart })
            : item with { Start = newStart, End = newStart + (item.End - item.Start), Modified = tenant.Now });
        return Task.CompletedTask;
    }

    /// <summary>Takes the event out of the person's own calendar, which tells the organiser they declined.</summary>
    public Task DeleteEventAsync(Person person, string eventId)
    {
        Change(person, eventId, (item, attendee) =>
            WithAttendee(item, attendee with { Response = AttendeeStatus.Declined, RespondedAt = tenant.Now, Removed = true }));
        return Task.CompletedTask;
    }

    /// <summary>Deletes the event in the organiser's own calendar: it is gone everywhere.</summary>
    public Task DeleteAsOrganiserAsync(string eventId)
    {
        if (!tenant.Calendar.Remove(eventId))
        {
            throw new ArgumentException($"There is no event {eventId}.", nameof(eventId));
        }

        return Task.CompletedTask;
    }

    private Task RespondAsync(Person person, string eventId, AttendeeStatus response)
    {
        Change(person, eventId, (item, attendee) => WithAttendee(item, attendee with { Response = response, RespondedAt = tenant.Now }));
        return Task.CompletedTask;
    }

    private void Change(Person person, string eventId, Func<CalendarEvent, EventAttendee, CalendarEvent> change)
    {
        var changed = tenant.Calendar.Update(eventId, item => item.AttendeeAt(person.Mail) is { } attendee
            ? change(item, attendee)
            : throw new ArgumentException($"{person.Id} is not invited to event {eventId}.", nameof(person)));
        if (changed is null)
        {
            throw new ArgumentException($"There is no event {eventId}.", nameof(eventId));
        }
    }

    private static CalendarEvent WithAttendee(CalendarEvent item, EventAttendee attendee) => item with
    {
        Attendees = [.. item.Attendees.Select(other => string.Equals(other.Address, attendee.Address, StringComparison.OrdinalIgnoreCase) ? attendee : other)],
    };
}
