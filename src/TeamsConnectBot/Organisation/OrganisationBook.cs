using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Organisation;

/// <summary>Changes holidays, contacts and own texts, each with its line in the audit log. Whoever calls has checked that the actor is an admin.</summary>
internal sealed class OrganisationBook(Database database, AuditLog audit, OwnSettings settings, TimeProvider clock)
{
    public Task<List<Holiday>> HolidaysAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(db => db.Holidays.OrderBy(holiday => holiday.Day).ToListAsync(cancellationToken), cancellationToken);

    public Task<List<HumanContactRow>> ContactsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(db => db.HumanContacts.OrderBy(contact => contact.Position).ToListAsync(cancellationToken), cancellationToken);

    public Task<List<OwnText>> TextsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(db => db.OwnTexts.ToListAsync(cancellationToken), cancellationToken);

    /// <summary>Adds a holiday or names it anew.</summary>
    public Task SetHolidayAsync(LocalDate day, string nl, string en, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(actor, "holiday", $"{Written(day)}: {nl} / {en}", async db =>
        {
            if (await db.Holidays.FindAsync([day], cancellationToken) is { } known)
            {
                (known.Nl, known.En) = (nl, en);
            }
            else
            {
                db.Holidays.Add(new Holiday { Day = day, Nl = nl, En = en });
            }
        }, cancellationToken);

    public Task RemoveHolidayAsync(LocalDate day, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(
            actor, "holiday", $"{Written(day)}: -",
            db => db.Holidays.Where(holiday => holiday.Day == day).ExecuteDeleteAsync(cancellationToken), cancellationToken);

    /// <summary>Puts a list in the place of all contacts; an empty one brings back those of the settings.</summary>
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

    /// <summary>Sets an own text; null brings back the shipped one.</summary>
    public Task SetTextAsync(string language, string key, string? text, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(actor, "text", $"{language} {key}: {text ?? "-"}", async db =>
        {
            var known = await db.OwnTexts.FindAsync([language, key], cancellationToken);
            if (text is null)
            {
                db.OwnTexts.RemoveRange(known is null ? [] : [known]);
            }
            else if (known is null)
            {
                db.OwnTexts.Add(new OwnText { Language = language, Key = key, Text = text });
            }
            else
            {
                known.Text = text;
            }
        }, cancellationToken);

    private static string Describe(HumanContactOptions contact) =>
        $"{Both(contact.Name, contact.NameEn)}: {Both(contact.Reach, contact.ReachEn)}";

    private static string Both(string text, string english) => english.Length == 0 ? text : $"{text} / {english}";

    // One form for ever, as the log's hashes cover it; LogWords says it in the reader's language.
    private static string Written(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private async Task ChangeAsync(Actor actor, string subject, string detail, Func<ConnectDb, Task> change, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            async db =>
            {
                await change(db);
                await audit.AddAsync(db, actor, AuditAction.SettingChanged, subject, detail, cancellationToken);
            },
            cancellationToken);
        settings.Forget();
    }
}
