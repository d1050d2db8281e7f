using Microsoft.Graph.Models;
using NodaTime;

namespace TeamsConnectBot.Graph.Events;

/// <summary>Writes series the way Graph wants them.</summary>
internal static class SeriesBody
{
    public static Event Create(NewSeries series)
    {
        var body = Update(series);
        body.TransactionId = series.TransactionId;
        body.ShowAs = FreeBusyStatus.Busy;
        body.ResponseRequested = false;
        body.AllowNewTimeProposals = false;

        // Who else has it in their calendar is nobody's business.
        body.HideAttendees = true;
        body.IsReminderOn = false;
        body.IsOnlineMeeting = true;
        body.OnlineMeetingProvider = OnlineMeetingProviderType.TeamsForBusiness;
        return body;
    }

    public static Event Update(NewSeries series) => new()
    {
        Subject = series.Subject,
        Body = new ItemBody { ContentType = BodyType.Text, Content = series.Body },
        Start = EventBody.Time(series.Start, series.Zone),
        End = EventBody.Time(series.Start + Duration.FromMinutes(series.Minutes), series.Zone),
        Recurrence = series.Recurrence,
        Attendees = [.. series.Attendees.Select(EventBody.Attendee)],
    };
}
