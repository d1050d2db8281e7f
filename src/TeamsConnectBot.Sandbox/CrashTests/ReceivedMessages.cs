using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.CrashTests;

/// <summary>Every message as it was on arrival; its card may have been updated since.</summary>
internal sealed class ReceivedMessages
{
    private readonly List<Arrival> arrivals = [];

    public void Add(Person person, ChatMessage message) =>
        arrivals.Add(new Arrival(person.ObjectId.ToString(), message.Id, TextOf(message), message.CardJson ?? ""));

    public IReadOnlyList<ReceivedMessage> InChat(Chat chat, StoredRows rows)
    {
        var recorded = RecordedIds(rows);
        return
        [
            .. from message in chat.Messages
               where message.FromBot
               select new ReceivedMessage(ArrivalOf(message.Id)?.Text ?? "", recorded.Contains(message.Id) ? TextOf(message) : null),
        ];
    }

    /// <summary>The messages in doubt, counting arrivals that the service recorded and arrivals that it did not.</summary>
    public IReadOnlyList<MessageInDoubt> InDoubt(StoredRows rows)
    {
        var recorded = RecordedIds(rows);
        var unrecorded = arrivals.Where(arrival => !recorded.Contains(arrival.Id)).ToList();

        // Messages with a recorded arrival come first: its text identifies a second, unrecorded arrival of the same message.
        return
        [
            .. rows.Read("""SELECT "PersonId", "Kind", "SubjectId", "ActivityId" FROM "Messages" WHERE "WasInDoubt" """)
                .OrderBy(row => row[3].Length == 0).Select(row =>
                {
                    var text = ArrivalOf(row[3])?.Text;

                    // A card contains the id of its subject. A message is sent at most twice.
                    var own = unrecorded.Where(arrival => arrival.Person == row[0] && (text is null || arrival.Text == text)
                            && arrival.Card.Contains(Guid.Parse(row[2]).ToString(), StringComparison.OrdinalIgnoreCase))
                        .Take(text is null ? 2 : 1).ToList();
                    unrecorded.RemoveAll(own.Contains);
                    return new MessageInDoubt(row[0], row[1] == "Invitation", own.Count + (row[3].Length > 0 ? 1 : 0));
                }),
        ];
    }

    private Arrival? ArrivalOf(string id) => arrivals.Find(arrival => arrival.Id == id);

    private static HashSet<string> RecordedIds(StoredRows rows) =>
        [.. rows.Read("""SELECT "ActivityId" FROM "Messages" WHERE "ActivityId" IS NOT NULL""").Select(row => row[0])];

    private static string TextOf(ChatMessage message) => message.Summary ?? message.Text ?? "";

    private sealed record Arrival(string Person, string Id, string Text, string Card);
}
