using System.Collections.Frozen;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Organisation;

/// <summary>
/// What admins set on the page and messages use: contacts, holidays, topics and own texts. Cached for 30 seconds, so that other instances
/// follow soon; a change made on this instance applies at once.
/// </summary>
internal sealed class OwnSettings(IDbContextFactory<ConnectDb> contexts, IOptions<ContactsOptions> options)
{
    private static readonly TimeSpan CacheLifetime = TimeSpan.FromSeconds(30);

    private volatile Snapshot? current;

    public IReadOnlyList<HumanContactOptions> Contacts => ContactsOrConfigured(Current.Contacts);

    /// <summary>Whether an admin published contacts; otherwise those from configuration are used.</summary>
    public bool HasOwnContacts => Current.Contacts.Count > 0;

    /// <summary>The contacts for a reader of a language.</summary>
    public IReadOnlyList<HumanContact> ContactsIn(string language) => In(language, Contacts);

    public static IReadOnlyList<HumanContact> In(string language, IEnumerable<HumanContactOptions> contacts) =>
        [.. contacts.Select(one => new HumanContact(Of(language, one.Name, one.NameEn), Of(language, one.Reach, one.ReachEn)))];

    /// <summary>The topics that people choose from.</summary>
    public IReadOnlyList<ListedTopic> Topics => TopicsOrShipped(Current.Topics);

    /// <summary>Whether the organisation keeps a list of topics of its own.</summary>
    public bool HasOwnTopics => Current.Topics.Count > 0;

    /// <summary>Days on which the organisation is closed.</summary>
    public IReadOnlySet<LocalDate> Holidays => Current.Holidays;

    /// <summary>Public holidays on which the organisation works: the country's code and the holiday's English name.</summary>
    public IReadOnlySet<(string Country, string Name)> WorkedHolidays => Current.WorkedHolidays;

    /// <summary>The texts for a language or locale; English when there are none.</summary>
    public Texts TextsFor(string? locale) => Current.Texts[Texts.For(locale).Language];

    /// <summary>A language's texts with one more own text, for a preview.</summary>
    public Texts TextsWith(string language, string key, string text) => OwnTexts.Merge(
        language, [.. Current.Own[language].Where(own => own.Key != key), new OwnText { Language = language, Key = key, Text = text }]);

    /// <summary>The contacts as they are now, for a change within a transaction.</summary>
    public async Task<IReadOnlyList<HumanContactOptions>> CurrentContactsAsync(ConnectDb db, CancellationToken cancellationToken) =>
        ContactsOrConfigured(await ContactsOf(db).ToListAsync(cancellationToken));

    /// <summary>The topics as they are now, for a change within a transaction.</summary>
    public static async Task<IReadOnlyList<ListedTopic>> CurrentTopicsAsync(ConnectDb db, CancellationToken cancellationToken) =>
        TopicsOrShipped([.. (await TopicsOf(db).ToListAsync(cancellationToken)).Select(Topic)]);

    public void Forget() => current = null;

    // Uses the real clock, because other instances write to the same database.
    private Snapshot Current =>
        current is { } cached && TimeProvider.System.GetElapsedTime(cached.ReadAt) < CacheLifetime ? cached : (current = Read());

    private Snapshot Read()
    {
        using var db = contexts.CreateDbContext();
        var texts = db.OwnTexts.AsNoTracking().ToLookup(text => text.Language);
        var merged = Texts.All.Keys.ToFrozenDictionary(
            language => language, language => texts[language].Any() ? OwnTexts.Merge(language, texts[language]) : Texts.All[language],
            StringComparer.OrdinalIgnoreCase);
        return new Snapshot(
            [.. ContactsOf(db)], merged, texts,
            db.Holidays.AsNoTracking().Select(holiday => holiday.Day).ToList().ToFrozenSet(),
            db.WorkedHolidays.AsNoTracking().AsEnumerable().Select(row => (row.Country, row.Name)).ToFrozenSet(),
            [.. TopicsOf(db).AsEnumerable().Select(Topic)],
            TimeProvider.System.GetTimestamp());
    }

    private static IQueryable<HumanContactOptions> ContactsOf(ConnectDb db) => db.HumanContacts.AsNoTracking().OrderBy(row => row.Position)
        .Select(row => new HumanContactOptions { Name = row.Name, NameEn = row.NameEn, Reach = row.Reach, ReachEn = row.ReachEn });

    private static IQueryable<TopicListRow> TopicsOf(ConnectDb db) => db.ListedTopics.AsNoTracking().OrderBy(row => row.Position);

    private static ListedTopic Topic(TopicListRow row) =>
        new(row.Key, new(row.Nl, row.En), row.QuestionNl.Length > 0 ? new(row.QuestionNl, row.QuestionEn) : null);

    private IReadOnlyList<HumanContactOptions> ContactsOrConfigured(IReadOnlyList<HumanContactOptions> own) =>
        own.Count > 0 ? own : options.Value.HumanContacts;

    private static IReadOnlyList<ListedTopic> TopicsOrShipped(IReadOnlyList<ListedTopic> own) => own.Count > 0 ? own : ListedTopic.Shipped;

    private static string Of(string language, string text, string english) => language != "nl" && english.Length > 0 ? english : text;

    private sealed record Snapshot(
        IReadOnlyList<HumanContactOptions> Contacts, FrozenDictionary<string, Texts> Texts, ILookup<string, OwnText> Own,
        FrozenSet<LocalDate> Holidays, FrozenSet<(string, string)> WorkedHolidays, IReadOnlyList<ListedTopic> Topics, long ReadAt);
}
