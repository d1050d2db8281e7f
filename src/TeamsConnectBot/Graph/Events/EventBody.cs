using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using NodaTime.Text;
using TeamsConnectBot.Graph.Schedules;

namespace TeamsConnectBot.Graph.Events;

/// <summary>Writes events the way Graph expects them.</summary>
internal static class EventBody
{
    public static Event Create(NewEvent meeting)
    {
        var body = Update(meeting);
        body.TransactionId = meeting.TransactionId;
        body.Subject = meeting.Subject;
        body.Body = Text(meeting.Body);
        body.Sensitivity = Sensitivity.Private;
        body.ShowAs = FreeBusyStatus.Busy;
        body.ResponseRequested = false;
        body.AllowNewTimeProposals = false;
        body.HideAttendees = false;

        // The bot sends one reminder itself, in the chat.
        body.IsReminderOn = false;
        if (meeting.Place is { } place)
        {
            body.Location = new Location { DisplayName = place };
        }
        else
        {
            HoldInTeams(body);
        }

        return body;
    }

    public static Event Create(NewSeries series)
    {
        var body = Update(series);
        body.TransactionId = series.TransactionId;
        body.Body = Text(series.Body);
        body.ShowAs = FreeBusyStatus.Busy;
        body.ResponseRequested = false;
        body.AllowNewTimeProposals = false;

        // Attendees need not see who else has it in their calendar.
        body.HideAttendees = true;
        body.IsReminderOn = false;
        HoldInTeams(body);
        return body;
    }

    public static Event Update(NewEvent meeting)
    {
        var body = Move(meeting.Start, meeting.End, meeting.Zone);
        body.Attendees = Attendees(meeting.Attendees);
        return body;
    }

    /// <summary>
    /// Everything that can change. The text is not sent again: Graph wrote the link of the Teams meeting into it, and without that link the
    /// event is no online meeting any more.
    /// </summary>
    public static Event Update(NewSeries series)
    {
        var body = Move(series.Start, series.Start + Duration.FromMinutes(series.Minutes), series.Zone);
        body.Subject = series.Subject;
        body.Recurrence = series.Recurrence;
        body.Attendees = Attendees(series.Attendees);
        return body;
    }

    /// <summary>
    /// The attendees alone, so that Graph mails only those who are new or gone, and keeps moved and cancelled occurrences.
    /// </summary>
    public static Event Invite(NewSeries series) => new() { Attendees = Attendees(series.Attendees) };

    public static Event Move(Instant start, Instant end, DateTimeZone zone) => new() { Start = Time(start, zone), End = Time(end, zone) };

    /// <summary>Asks for times in UTC, whatever the mailbox's own zone is.</summary>
    public static RequestInformation InUtc(RequestInformation request)
    {
        request.Headers.Add("Prefer", "outlook.timezone=\"UTC\"");
        return request;
    }

    private static void HoldInTeams(Event body) =>
        (body.IsOnlineMeeting, body.OnlineMeetingProvider) = (true, OnlineMeetingProviderType.TeamsForBusiness);

    private static ItemBody Text(string text) => new() { ContentType = BodyType.Text, Content = text };

    private static DateTimeTimeZone Time(Instant instant, DateTimeZone zone)
    {
        var name = MailboxZones.WindowsName(zone);
        var local = instant.InZone(name is null ? DateTimeZone.Utc : zone).LocalDateTime;
        return new DateTimeTimeZone { DateTime = LocalDateTimePattern.ExtendedIso.Format(local), TimeZone = name ?? "UTC" };
    }

    private static List<Attendee> Attendees(IEnumerable<Invitee> attendees) => [.. attendees.Select(attendee => new Attendee
    {
        Type = AttendeeType.Required, EmailAddress = new EmailAddress { Address = attendee.Mail, Name = attendee.Name },
    })];
}
