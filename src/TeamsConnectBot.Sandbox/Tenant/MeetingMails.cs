namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>The mails that Graph sends about the service's events.</summary>
internal sealed class MeetingMails
{
    private readonly Lock gate = new();
    private readonly List<MeetingMail> sent = [];

    /// <summary>All mails, oldest first.</summary>
    public IReadOnlyList<MeetingMail> Sent
    {
        get
        {
            lock (gate)
            {
                return [.. sent];
            }
        }
    }

    public void TellCreated(CalendarEvent item) => Send(item, item.Attendees, MeetingMailKind.Invitation);

    public void TellDeleted(CalendarEvent item) => Send(item, item.Attendees, MeetingMailKind.Cancellation);

    /// <param name="before">The event as it was.</param>
    /// <param name="after">The event as it is.</param>
    /// <param name="isAttendeesOnly">Whether nothing but the attendees was sent; then those who stay are not told.</param>
    public void TellChanged(CalendarEvent before, CalendarEvent after, bool isAttendeesOnly)
    {
        Send(after, before.Attendees.Where(attendee => after.AttendeeAt(attendee.Address) is null), MeetingMailKind.Cancellation);
        Send(after, after.Attendees.Where(attendee => before.AttendeeAt(attendee.Address) is null), MeetingMailKind.Invitation);
        if (!isAttendeesOnly)
        {
            Send(after, after.Attendees.Where(attendee => before.AttendeeAt(attendee.Address) is not null), MeetingMailKind.Update);
        }
    }

    private void Send(CalendarEvent item, IEnumerable<EventAttendee> to, MeetingMailKind kind)
    {
        lock (gate)
        {
            sent.AddRange(to.Select(attendee => new MeetingMail(attendee.Address, kind, item.Subject)));
        }
    }
}
