using System.Collections.Concurrent;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Outlook's limit of four concurrent requests per app and mailbox. Inside a batch, Graph itself keeps to the limit.</summary>
internal sealed class MailboxConcurrency
{
    private const int Most = 4;

    private static readonly HashSet<string> OutlookSegments =
        new(["calendar", "calendars", "calendarView", "events", "mailboxSettings"], StringComparer.OrdinalIgnoreCase);

    private readonly ConcurrentDictionary<string, int> busy = new(StringComparer.OrdinalIgnoreCase);

    public static GraphReply Refusal =>
        GraphReply.Throttled("1", "ApplicationThrottled", "Application is over its MailboxConcurrency limit.");

    public Admission TryEnter(GraphCall request)
    {
        if (request.Segments is not ["users", var mailbox, var kind, ..] || !OutlookSegments.Contains(kind))
        {
            return new Admission(this, null, true);
        }

        if (busy.AddOrUpdate(mailbox, 1, static (_, count) => count + 1) <= Most)
        {
            return new Admission(this, mailbox, true);
        }

        Leave(mailbox);
        return new Admission(this, null, false);
    }

    private void Leave(string mailbox) => busy.AddOrUpdate(mailbox, 0, static (_, count) => count - 1);

    /// <summary>Whether a request may use the mailbox; if so, it counts as concurrent until this is disposed.</summary>
    internal readonly struct Admission(MailboxConcurrency owner, string? mailbox, bool granted) : IDisposable
    {
        public bool Granted => granted;

        public void Dispose()
        {
            if (mailbox is not null)
            {
                owner.Leave(mailbox);
            }
        }
    }
}
