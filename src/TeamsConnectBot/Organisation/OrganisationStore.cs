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
    /// <param name="contacts">The new list.</param>
    /// <param name="seen">The <see cref="ListVersion"/> that the actor saw.</param>
    /// <param name="actor">Who decides so.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <returns>False when another version is in use; nothing is changed then.</returns>
    public Task<bool> SetContactsAsync(
        IReadOnlyList<HumanContactOptions> contacts, string? seen, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(actor, "contacts", string.Join("; ", contacts.Select(Describe)), async db =>
        {
            if (!ListVersion.IsStill(seen, ListVersion.Of(await settings.CurrentContactsAsync(db, cancellationToken))))
            {
                return false;
            }

            await db.HumanContacts.ExecuteDeleteAsync(cancellationToken);
            db.HumanContacts.AddRange(contacts.Select((contact, position) => new HumanContactRow
            {
                Id = clock.NewId(), Position = position, Name = contact.Name, NameEn = contact.NameEn, Reach = contact.Reach,
                ReachEn = contact.ReachEn,
            }));
            return true;
        }, cancellationToken);

    /// <summary>Replaces the list of topics; an empty one restores the shipped list.</summary>
    /// <param name="topics">The new list.</param>
    /// <param name="seen">The <see cref="ListVersion"/> that the actor saw.</param>
    /// <param name="actor">Who decides so.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <returns>False when another version is in use; nothing is changed then.</returns>
    public Task<bool> SetTopicsAsync(IReadOnlyList<TopicLine> topics, string? seen, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(actor, "topics", string.Join("; ", topics.Select(topic => $"{topic.Nl} / {topic.En}")), async db =>
        {
            var current = await OwnSettings.CurrentTopicsAsync(db, cancellationToken);
            if (!ListVersion.IsStill(seen, ListVersion.Of(current)))
            {
                return false;
            }

            await db.ListedTopics.ExecuteDeleteAsync(cancellationToken);
            var known = current.Select(topic => topic.Key).ToHashSet(StringComparer.Ordinal);
            db.ListedTopics.AddRange(topics.Select((topic, position) => new TopicListRow
            {
                // A key is used once, and only one that was on the list: a form can send anything.
                Key = known.Remove(topic.Key) ? topic.Key : clock.NewId().ToString("N"), Position = position, Nl = topic.Nl, En = topic.En,
                QuestionNl = topic.QuestionNl, QuestionEn = topic.QuestionEn,
            }));
            return true;
        }, cancellationToken);

    /// <summary>Sets an own text.</summary>
    /// <param name="language">The language of the cards.</param>
    /// <param name="key">The text's key.</param>
    /// <param name="text">The new text; null restores the shipped one.</param>
    /// <param name="was">The text that the actor saw in use; null to replace any.</param>
    /// <param name="actor">Who decides so.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <returns>False when another text is in use; nothing is changed then.</returns>
    public Task<bool> SetTextAsync(
        string language, string key, string? text, string? was, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(actor, "text", $"{language} {key}: {text ?? "-"}", async db =>
        {
            var now = await db.OwnTexts.Where(own => own.Language == language && own.Key == key).Select(own => own.Text)
                .FirstOrDefaultAsync(cancellationToken) ?? OwnTexts.Shipped(language, key);
            if (was is not null && was != now)
            {
                return false;
            }

            await db.OwnTexts.Where(own => own.Language == language && own.Key == key).ExecuteDeleteAsync(cancellationToken);
            db.OwnTexts.AddRange(text is null ? [] : [new OwnText { Language = language, Key = key, Text = text }]);
            return true;
        }, cancellationToken);

    private static string Describe(HumanContactOptions contact) =>
        $"{Both(contact.Name, contact.NameEn)}: {Both(contact.Reach, contact.ReachEn)}";

    private static string Both(string text, string english) => english.Length == 0 ? text : $"{text} / {english}";

    // This format must never change, because the log's hashes cover it; LogWords shows it in the reader's language.
    private static string Written(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private Task<bool> ChangeAsync(
        Actor actor, string subject, string detail, Func<ConnectDb, Task> change, CancellationToken cancellationToken) =>
        ChangeAsync(actor, subject, detail, async db =>
        {
            await change(db);
            return true;
        }, cancellationToken);

    // A change that was not made is not in the log; what is cached is then old in any case.
    private async Task<bool> ChangeAsync(
        Actor actor, string subject, string detail, Func<ConnectDb, Task<bool>> change, CancellationToken cancellationToken)
    {
        var isMade = await database.WriteAsync(async db =>
        {
            if (!await change(db))
            {
                return false;
            }

            await audit.AddAsync(db, actor, AuditAction.SettingChanged, subject, detail, cancellationToken);
            return true;
        }, cancellationToken);
        settings.Forget();
        return isMade;
    }
}
