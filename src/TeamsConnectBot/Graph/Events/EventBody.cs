using Microsoft.Graph.Models;
using NodaTime;
using NodaTime.Text;
using TeamsConnectBot.Graph.Schedules;

namespace TeamsConnectBot.Graph.Events;

/// <summary>Writes events the way Graph wants them.</summary>
internal static class EventBody
{
    public static Event Create(NewEvent meeting)
    {
        var body = new Event
        {
            TransactionId = meeting.TransactionId,
            Subject = meeting.Subject,
            Body = new ItemBody { ContentType = BodyType.Text, Content = meeting.Body },
            Start = Time(meeting.Start, meeting.Zone),
            End = Time(meeting.End, meeting.Zone),
            Attendees = [.. meeting.Attendees.Select(Attendee)],
            Sensitivity = Sensitivity.Private,
            ShowAs = FreeBusyStatus.Busy,
            ResponseRequested = false,
            AllowNewTimeProposals = false,
            HideAttendees = false,
            // The bot reminds, once, in the chat.
            IsReminderOn = false,
        };
        if (meeting.Place is { } place)
        {
            body.Location = new Location { DisplayName = place };
        }
        else
        {
            body.IsOnlineMeeting = true;
            body.OnlineMeetingProvider = OnlineMeetingProviderType.TeamsForBusiness;
        }

        return body;
    }

    public static Event Update(NewEvent meeting) => new()
    {
        Start = Time(meeting.Start, meeting.Zone),
        End = Time(meeting.End, meeting.Zone),
        Attendees = [.. meeting.Attendees.Select(Attendee)],
    };

    public static Event Move(Instant start, Instant end, DateTimeZone zone) => new() { Start = Time(start, zone), End = Time(end, zone) };

    internal static DateTimeTimeZone Time(Instant instant, DateTimeZone zone)
    {
        var name = MailboxZones.WindowsName(zone);
        return new DateTimeTimeZone
        {
            DateTime = LocalDateTimePattern.ExtendedIso.Format(instant.InZone(name is null ? DateTimeZone.Utc : zone).LocalDateTime),
            TimeZone = name ?? "UTC",
        };
    }

    internal static Microsoft.Graph.Models.Attendee Attendee(Attendee attendee) => new()
    {
        Type = AttendeeType.Required,
        EmailAddress = new EmailAddress { Address = attendee.Mail, Name = attendee.Name },
    };
}
