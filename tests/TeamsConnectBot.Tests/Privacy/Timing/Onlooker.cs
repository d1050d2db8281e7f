using System.Text.RegularExpressions;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Tests.Privacy.Timing;

/// <summary>
/// Records what everybody except one person can see, and when: messages and their edits, posts in channels, calendar events and the
/// service's log. Ids and nonces, which differ in every world, are left out.
/// </summary>
internal sealed partial class Onlooker(SandboxTenant tenant, Person apart, Func<IEnumerable<string>> log)
{
    private readonly Dictionary<(string Conversation, string Id), ChatMessage> messages = [];
    private readonly Dictionary<string, string> events = [];
    private readonly List<string> seen = [];
    private int logged = log().Count();

    /// <summary>The only person whose chat and calendar are looked at; null for everybody's except one.</summary>
    public Person? Only { get; init; }

    /// <summary>Others who are not looked at either.</summary>
    public IReadOnlyCollection<Person> AlsoApart { get; init; } = [];

    /// <summary>Fails at the first line in which two worlds differ.</summary>
    public static void AssertSame(IReadOnlyList<string> actual, IReadOnlyList<string> expected, string when)
    {
        for (var index = 0; index < Math.Max(actual.Count, expected.Count); index++)
        {
            Assert.That(actual.ElementAtOrDefault(index), Is.EqualTo(expected.ElementAtOrDefault(index)), when);
        }
    }

    /// <summary>Returns and clears everything recorded so far.</summary>
    public IReadOnlyList<string> Take()
    {
        Look();
        List<string> taken = [.. seen];
        seen.Clear();
        return taken;
    }

    /// <summary>Advances the clock, recording what changed at every step.</summary>
    public Task WatchAsync(ClockDriver clock, Instant until) => WatchAsync(clock, until, this);

    /// <summary>Advances the clock while several onlookers record.</summary>
    public static async Task WatchAsync(ClockDriver clock, Instant until, params IReadOnlyList<Onlooker> onlookers)
    {
        await clock.AdvanceToAsync(
            until.ToDateTimeOffset(),
            () =>
            {
                Look();
                return false;
            },
            CancellationToken.None);
        Look();

        void Look()
        {
            foreach (var onlooker in onlookers)
            {
                onlooker.Look();
            }
        }
    }

    /// <summary>Records an answer that somebody received.</summary>
    public void Note(string what) => seen.Add($"{tenant.Now:g} {WithoutIds(what)}");

    private void Look()
    {
        var fresh = new List<string>();
        foreach (var (name, conversation) in Conversations())
        {
            foreach (var message in conversation.Messages.Where(message => message.FromBot))
            {
                var before = messages.GetValueOrDefault((conversation.ConversationId, message.Id));
                if (before != message)
                {
                    messages[(conversation.ConversationId, message.Id)] = message;
                    var content = WithoutIds(message.CardJson ?? Sorted(message.Text ?? ""));
                    fresh.Add($"{tenant.Now:g} {name} {(before is null ? "gets" : "sees change")}: {message.Summary} {content}");
                }
            }
        }

        var live = tenant.Calendar.Live.Where(item => item.Attendees.Any(attendee =>
            Only is null
                ? attendee.Address != apart.Mail && AlsoApart.All(other => other.Mail != attendee.Address)
                : attendee.Address == Only.Mail)).ToList();
        foreach (var item in live.Where(item => events.GetValueOrDefault(item.Id) != Shown(item)))
        {
            events[item.Id] = Shown(item);
            fresh.Add($"{tenant.Now:g} calendar: {Shown(item)}");
        }

        foreach (var gone in events.Keys.Except(live.Select(item => item.Id)).ToList())
        {
            events.Remove(gone, out var was);
            fresh.Add($"{tenant.Now:g} calendar without: {was}");
        }

        var lines = log().ToList();
        fresh.AddRange(lines.Skip(logged).Select(line => $"{tenant.Now:g} log: {WithoutIds(line)}"));
        logged = lines.Count;

        // Within one moment the order across chats is not observable.
        seen.AddRange(fresh.Order(StringComparer.Ordinal));
    }

    private IEnumerable<(string Name, Conversation Conversation)> Conversations()
    {
        var chats = tenant.Chats.All
            .Where(chat => Only is null ? chat.Person.ObjectId != apart.ObjectId
                && AlsoApart.All(other => other.ObjectId != chat.Person.ObjectId) : chat.Person.ObjectId == Only.ObjectId)
            .Select(chat => (chat.Person.Id, (Conversation)chat));
        return chats.Concat(tenant.Spaces.All.Select(space => ("channel", (Conversation)space)));
    }

    private static string Shown(CalendarEvent item)
    {
        var attendees = item.Attendees.Select(attendee => $"{attendee.Name} {attendee.Response}").Order(StringComparer.Ordinal);
        return $"{item.Subject} {item.Start:g} {item.Location} {string.Join(", ", attendees)}";
    }

    // An export sorts its rows by id, which differs in every world.
    private static string Sorted(string text) => text.StartsWith("```json", StringComparison.Ordinal)
        ? string.Join('\n', WithoutIds(text).Split('{', '}', '[', ']').Order(StringComparer.Ordinal))
        : text;

    // Teams' message ids are times in milliseconds and can differ by order within one moment; every world has its own port.
    private static string WithoutIds(string text) => Ids().Replace(text, "…");

    [GeneratedRegex(
        "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|[0-9a-fA-F]{32,64}"
        + "|\\b[0-9]{13}\\b|127\\.0\\.0\\.1:[0-9]+")]
    private static partial Regex Ids();
}
