using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Unattended;

/// <summary>
/// Follows questions to colleagues by what people read: who was asked how often, when whoever asked read who helps, and whether anybody
/// was named before that.
/// </summary>
/// <param name="tenant">The tenant whose people receive the messages.</param>
/// <param name="host">The pool's human host: the only person whom an offer may name, and who reads who asked when nobody could be.</param>
/// <param name="asked">The questions, as they are sent.</param>
internal sealed class HelpWitness(SandboxTenant tenant, Person host, IReadOnlyList<SentQuestion> asked)
{
    private const int DaysInAWeek = 7;

    private readonly WrittenNames names = new(tenant);
    private readonly List<FollowedQuestion> questions = [];

    // The cards about questions, whose later states are looked at too.
    private readonly List<(Person Reader, string MessageId, bool IsOffer)> cards = [];
    private readonly HashSet<(Guid Reader, string MessageId)> counted = [];
    private readonly Dictionary<Guid, HashSet<Guid>> met = [];
    private readonly Dictionary<Guid, List<LocalDate>> offers = [];

    /// <summary>
    /// Messages in which somebody was named before the card of the meeting: on any card about a question to somebody who was asked, on
    /// any card about a question to whoever asks, or, of those who share a question, in any other message. Must be 0.
    /// </summary>
    public int NamedTooEarly => counted.Count;

    /// <summary>The most questions that a person got within seven days.</summary>
    public int Load => offers.Values.Select(MostInAWeek).DefaultIfEmpty().Max();

    public void Saw(Person person, ChatMessage message)
    {
        Follow();
        var json = message.CardJson ?? "";
        var text = TextOf(message);
        if (json.Contains("\"connection.", StringComparison.Ordinal))
        {
            SawMeeting(person, text, message.SentAt);
            return;
        }

        var isOffer = json.Contains("\"help.yes\"", StringComparison.Ordinal);
        if (isOffer)
        {
            offers.TryAdd(person.ObjectId, []);
            offers[person.ObjectId].Add(message.SentAt.InZone(person.TimeZone).Date);
            questions.FindLast(question => IsIn(text, question))?.Helpers.Add(person.ObjectId);
        }

        if (isOffer || json.Contains("\"help.", StringComparison.Ordinal))
        {
            cards.Add((person, message.Id, isOffer));
            Check(person, message, text, isOffer);
        }
        else if (!json.Contains("\"didYouMeet.", StringComparison.Ordinal) && !IsForHost(person, text)
            && Strangers(person).Any(other => WrittenNames.Names(text, other)))
        {
            counted.Add((person.ObjectId, message.Id));
        }
    }

    /// <summary>Looks at the cards about questions as they are now: answers and edits change them.</summary>
    public void Look()
    {
        foreach (var (reader, id, isOffer) in cards)
        {
            if (tenant.Chats.Of(reader).Find(id) is { } message)
            {
                Check(reader, message, TextOf(message), isOffer);
            }
        }
    }

    /// <summary>What became of the questions.</summary>
    /// <param name="rows">The service's database, which knows whose moment is still to come.</param>
    public HelpCount Count(StoredRows rows) => Count(rows
        .Read($"SELECT Words FROM HelpRequests WHERE SentAt IS NOT NULL AND HearsBy > {tenant.Now.ToUnixTimeMilliseconds()}")
        .Select(row => row[0]).ToHashSet(StringComparer.Ordinal));

    /// <summary>What became of the questions.</summary>
    /// <param name="undecided">The words of those whose announced moment is still to come.</param>
    public HelpCount Count(IReadOnlySet<string> undecided)
    {
        Follow();
        var decided = questions.Where(question => !undecided.Contains(question.Sent.Words)).ToList();
        var minutes = decided.Where(question => question.HelpedAt is not null)
            .Select(question => (int)(question.HelpedAt!.Value - question.Sent.SentAt).TotalMinutes).Order().ToList();
        return new HelpCount(
            decided.Count, minutes.Count, decided.Count - minutes.Count, minutes.Count == 0 ? null : minutes[minutes.Count / 2]);
    }

    private void Follow()
    {
        foreach (var sent in asked.Skip(questions.Count))
        {
            questions.Add(new FollowedQuestion(sent));
        }
    }

    private void SawMeeting(Person reader, string text, Instant at)
    {
        foreach (var other in names.In(text))
        {
            met.TryAdd(reader.ObjectId, []);
            met[reader.ObjectId].Add(other.ObjectId);
        }

        if (questions.FindLast(question => question.Sent.Asker == reader.ObjectId) is { HelpedAt: null } question && IsIn(text, question))
        {
            question.HelpedAt = at;
        }
    }

    // An offer names nobody, not even somebody whom the reader met.
    private void Check(Person reader, ChatMessage message, string text, bool isOffer)
    {
        if (names.In(text, host.Name, host.UserPrincipalName, reader.Name, reader.UserPrincipalName)
            .Any(other => isOffer || !Knows(reader, other)))
        {
            counted.Add((reader.ObjectId, message.Id));
        }
    }

    private IEnumerable<Person> Strangers(Person reader) => questions
        .SelectMany<FollowedQuestion, Guid>(question => question.Sent.Asker == reader.ObjectId ? question.Helpers
            : question.Helpers.Contains(reader.ObjectId) ? [question.Sent.Asker] : [])
        .Select(id => tenant.People.ByObjectId(id)!).Where(other => other != host && !Knows(reader, other));

    // The question of somebody who could ask nobody, as the card said beforehand.
    private bool IsForHost(Person reader, string text) => reader == host && questions.Exists(question => IsIn(text, question));

    private bool Knows(Person reader, Person other) => met.GetValueOrDefault(reader.ObjectId)?.Contains(other.ObjectId) == true;

    private static bool IsIn(string text, FollowedQuestion question) => text.Contains(question.Sent.Words, StringComparison.Ordinal);

    private static string TextOf(ChatMessage message) =>
        WrittenNames.AsRead($"{message.Summary}\n{message.Text}\n{message.CardJson}");

    private static int MostInAWeek(List<LocalDate> days) => days.Max(day => days.Count(other =>
        other >= day && Period.DaysBetween(day, other) < DaysInAWeek));

    private sealed record FollowedQuestion(SentQuestion Sent)
    {
        public HashSet<Guid> Helpers { get; } = [];

        public Instant? HelpedAt { get; set; }
    }
}
