using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Trials;

/// <summary>Every message as it came in; later the same message may show another card.</summary>
internal sealed class Arrivals
{
    private readonly List<Arrival> all = [];

    public void Add(Person person, ChatMessage message) => all.Add(new Arrival(person.ObjectId.ToString(), message.Id, TextOf(message), message.CardJson ?? ""));

    /// <summary>The messages of a chat.</summary>
    public IReadOnlyList<Seen> SeenIn(Chat chat, StoredRows rows)
    {
        var known = Known(rows);
        return
        [
            .. chat.Messages.Where(message => message.FromBot)
                .Select(message => new Seen(all.Find(arrival => arrival.Id == message.Id)?.Text ?? "", known.Contains(message.Id) ? TextOf(message) : null)),
        ];
    }

    /// <summary>The messages in doubt, each with how often it came: as its row says, and as no row does.</summary>
    public IReadOnlyList<Doubt> Doubts(StoredRows rows)
    {
        var known = Known(rows);
        var unclaimed = all.Where(arrival => !known.Contains(arrival.Id)).ToList();
        return
        [
            // First those that arrived for certain in the end: what came of them before said the same.
            .. rows.Read("""SELECT "PersonId", "Kind", "SubjectId", "ActivityId" FROM "Messages" WHERE "WasInDoubt" """).OrderBy(row => row[3].Length == 0).Select(row =>
            {
                var said = all.Find(arrival => arrival.Id == row[3])?.Text;

                // A card carries the id of what it is about. Nothing is tried more than twice.
                var own = unclaimed.Where(arrival => arrival.Person == row[0] && (said is null || arrival.Text == said) && arrival.Card.Contains(Guid.Parse(row[2]).ToString(), StringComparison.OrdinalIgnoreCase))
                    .Take(said is null ? 2 : 1).ToList();
                unclaimed.RemoveAll(own.Contains);
                return new Doubt(row[0], row[1] == "Invitation", own.Count + (row[3].Length > 0 ? 1 : 0));
            }),
        ];
    }

    private static HashSet<string> Known(StoredRows rows) =>
        rows.Read("""SELECT "ActivityId" FROM "Messages" WHERE "ActivityId" IS NOT NULL""").Select(row => row[0]).ToHashSet(StringComparer.Ordinal);

    private static string TextOf(ChatMessage message) => message.Summary ?? message.Text ?? "";

    private sealed record Arrival(string Person, string Id, string Text, string Card);
}
