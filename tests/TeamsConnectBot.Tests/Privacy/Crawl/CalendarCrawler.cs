namespace TeamsConnectBot.Tests.Privacy.Crawl;

/// <summary>
/// Reads every entry the service made in a calendar, including its attendees: the owner of the mailbox sees them, and Outlook may show
/// them to others.
/// </summary>
internal static class CalendarCrawler
{
    public static IReadOnlyList<CrawledText> Read(PrivacyWorld world, string role, string address)
    {
        var now = Instant.FromDateTimeOffset(world.Clock.Now);
        var entries = world.Tenant.Tenant.Calendar.ServiceEventsOf(address, now - Duration.FromDays(60), now + Duration.FromDays(60));
        return
        [
            .. entries.Select(item => item.Event!)
                .Select(entry => new CrawledText(role, $"the calendar entry '{entry.Subject}'", string.Join('\n', Lines(entry)))),
        ];
    }

    private static IEnumerable<string> Lines(CalendarEvent entry) =>
    [
        entry.Subject, entry.Body, entry.Location ?? "", entry.JoinUrl ?? "", entry.Organiser, entry.TransactionId ?? "",
        .. entry.Attendees.Select(attendee => $"{attendee.Name} {attendee.Address}"),
    ];
}
