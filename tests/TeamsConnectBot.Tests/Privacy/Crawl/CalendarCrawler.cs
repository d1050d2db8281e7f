using NodaTime;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Tests.Privacy.Crawl;

/// <summary>
/// Every entry the service made in somebody's calendar, with all who are invited: Outlook may show them, and the mailbox's owner sees them.
/// </summary>
internal static class CalendarCrawler
{
    public static IReadOnlyList<Seen> Read(PrivacyWorld world, string role, string address)
    {
        var now = Instant.FromDateTimeOffset(world.Clock.Now);
        var entries = world.Tenant.Tenant.Calendar.ServiceEventsOf(address, now - Duration.FromDays(60), now + Duration.FromDays(60));
        return
        [
            .. entries.Select(item => item.Event!)
                .Select(entry => new Seen(role, $"the calendar entry '{entry.Subject}'", string.Join('\n', Lines(entry)))),
        ];
    }

    private static IEnumerable<string> Lines(CalendarEvent entry) =>
    [
        entry.Subject, entry.Body, entry.Location ?? "", entry.JoinUrl ?? "", entry.Organiser, entry.TransactionId ?? "",
        .. entry.Attendees.Select(attendee => $"{attendee.Name} {attendee.Address}"),
    ];
}
