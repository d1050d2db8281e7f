using NodaTime.Text;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Organisation;

/// <summary>
/// Stores holidays, contacts, topics and own texts, and records each change in the audit log. The caller checks that the actor is an admin.
/// </summary>
internal sealed class OrganisationStore(Database database, AuditLog audit, OwnSettings settings, TimeProvider clock)
{
    public Task<List<HolidayRow>> HolidaysAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(db => db.Holidays.OrderBy(holiday => holiday.Day).ToListAsync(cancellationToken), cancellationToken);

    public Task<List<OwnText>> TextsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(db => db.OwnTexts.ToListAsync(cancellationToken), cancellationToken);

    /// <summary>Adds a holiday, or renames the one on that day.</summary>
    public Task SetHolidayAsync(LocalDate day, string nl, string en, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(actor, "holiday", $"{Written(day)}: {nl} / {en}", async db =>
        {
            await db.Holidays.Where(row => row.Day == day).ExecuteDeleteAsync(cancellationToken);
            db.Holidays.Add(new HolidayRow { Day = day, Nl = nl, En = en });
        }, cancellationToken);

    public Task RemoveHolidayAsync(LocalDate day, Actor actor, CancellationToken cancellationToken) => ChangeAsync(
        actor, "holiday", $"{Written(day)}: -", db => db.Holidays.Where(row => row.Day == day).ExecuteDeleteAsync(cancellationToken),
        cancellationToken);

    /// <summary>Adds several holidays at once; each is an entry of its own in the audit log.</summary>
    public async Task AddHolidaysAsync(IReadOnlyList<HolidayRow> days, Actor actor, CancellationToken cancellationToken)
    {
        await database.WriteAsync(async db =>
        {
            var known = await db.Holidays.Select(row => row.Day).ToListAsync(cancellationToken);
            foreach (var day in days.ExceptBy(known, row => row.Day))
            {
                db.Holidays.Add(day);
                await audit.AddAsync(
                    db, actor, AuditAction.SettingChanged, "holiday", $"{Written(day.Day)}: {day.Nl} / {day.En}", cancellationToken);
            }
        }, cancellationToken);
        settings.Forget();
    }

    /// <summary>Sets whether a public holiday is a day off.</summary>
    /// <param name="country">The country's code.</param>
    /// <param name="name">The holiday's English name.</param>
    /// <param name="isOff">Whether it is a day off; otherwise the organisation works.</param>
    /// <param name="actor">Who decides so.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public Task SetPublicHolidayAsync(string country, string name, bool isOff, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(actor, "publicHoliday", $"{country} {name}: {(isOff ? "off" : "work")}", async db =>
        {
            await db.WorkedHolidays.Where(row => row.Country == country && row.Name == name).ExecuteDeleteAsync(cancellationToken);
            db.WorkedHolidays.AddRange(isOff ? [] : [new WorkedHolidayRow { Country = country, Name = name }]);
        }, cancellationToken);

    /// <summary>Replaces all contacts; an empty list restores those from configuration.</summary>
    public Task SetContactsAsync(IReadOnlyList<HumanContactOptions> contacts, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(actor, "contacts", string.Join("; ", contacts.Select(Describe)), async db =>
        {
            await db.HumanContacts.ExecuteDeleteAsync(cancellationToken);
            db.HumanContacts.AddRange(contacts.Select((contact, position) => new HumanContactRow
            {
                Id = clock.NewId(), Position = position, Name = contact.Name, NameEn = contact.NameEn, Reach = contact.Reach,
                ReachEn = contact.ReachEn,
            }));
        }, cancellationToken);

    /// <summary>Replaces the list of topics; an empty one restores the shipped list.</summary>
    public Task SetTopicsAsync(IReadOnlyList<TopicLine> topics, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(actor, "topics", string.Join("; ", topics.Select(topic => $"{topic.Nl} / {topic.En}")), async db =>
        {
            await db.ListedTopics.ExecuteDeleteAsync(cancellationToken);
            var known = settings.Topics.Select(topic => topic.Key).ToHashSet(StringComparer.Ordinal);
            db.ListedTopics.AddRange(topics.Select((topic, position) => new TopicListRow
            {
                // A key is used once, and only one that was on the list: a form can send anything.
                Key = known.Remove(topic.Key) ? topic.Key : clock.NewId().ToString("N"), Position = position, Nl = topic.Nl, En = topic.En,
                QuestionNl = topic.QuestionNl, QuestionEn = topic.QuestionEn,
            }));
        }, cancellationToken);

    /// <summary>Sets an own text; null restores the shipped one.</summary>
    public Task SetTextAsync(string language, string key, string? text, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(actor, "text", $"{language} {key}: {text ?? "-"}", async db =>
        {
            await db.OwnTexts.Where(own => own.Language == language && own.Key == key).ExecuteDeleteAsync(cancellationToken);
            db.OwnTexts.AddRange(text is null ? [] : [new OwnText { Language = language, Key = key, Text = text }]);
        }, cancellationToken);

    private static string Describe(HumanContactOptions contact) =>
        $"{Both(contact.Name, contact.NameEn)}: {Both(contact.Reach, contact.ReachEn)}";

    private static string Both(string text, string english) => english.Length == 0 ? text : $"{text} / {english}";

    // This format must never change, because the log's hashes cover it; LogWords shows it in the reader's language.
    private static string Written(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private async Task ChangeAsync(
        Actor actor, string subject, string detail, Func<ConnectDb, Task> change, CancellationToken cancellationToken)
    {
        await database.WriteAsync(async db =>
        {
            await change(db);
            await audit.AddAsync(db, actor, AuditAction.SettingChanged, subject, detail, cancellationToken);
        }, cancellationToken);
        settings.Forget();
    }
}
