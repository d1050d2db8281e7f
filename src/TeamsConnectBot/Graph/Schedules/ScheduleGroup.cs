using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.Schedules;

/// <summary>Up to 20 mailboxes requested in one getSchedule. Several people may share an address.</summary>
internal sealed record ScheduleGroup(IReadOnlyList<IGrouping<string, string>> Mailboxes)
{
    /// <summary>The people, by mailbox.</summary>
    public IEnumerable<string> People => Mailboxes.SelectMany(mailbox => mailbox);

    public (ScheduleGroup, ScheduleGroup) Halves()
    {
        var half = Mailboxes.Count / 2;
        return (new ScheduleGroup([.. Mailboxes.Take(half)]), new ScheduleGroup([.. Mailboxes.Skip(half)]));
    }

    /// <summary>
    /// The request goes to the service mailbox's calendar: another person's could be missing, which would fail the whole group, and
    /// would see only what colleagues share with that person.
    /// </summary>
    public BatchPart ToPart(string serviceMailbox, Interval window)
    {
        var body = new
        {
            Schedules = Mailboxes.Select(mailbox => mailbox.Key),
            StartTime = MailboxTime.Utc(window.Start),
            EndTime = MailboxTime.Utc(window.End),
            AvailabilityViewInterval = (int)ScheduleReader.ViewInterval.TotalMinutes,
        };
        return new BatchPart(
            "POST", $"/users/{Uri.EscapeDataString(serviceMailbox)}/calendar/getSchedule", body, "outlook.timezone=\"UTC\"");
    }
}
