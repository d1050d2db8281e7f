using TeamsConnectBot.Cards;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Organisation;
using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Privacy.Readable;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Privacy;

/// <summary>What is kept about someone, shown to that person and nobody else.</summary>
internal sealed class MyData(
    IEnumerable<PersonalTable> tables, IEnumerable<DataCategory> categories, CardComposer composer, OwnSettings settings,
    TimeProvider clock)
{
    private readonly ReadablePage page = new([.. tables], [.. categories], () => settings.Topics);

    public async Task<MyDataCard> CardAsync(
        ConnectDb db, Participant person, CancellationToken cancellationToken, ExportState export = ExportState.NotAsked)
    {
        var found = await FindAsync(db, person, cancellationToken);
        var meetings = found.Single(table => table.Kind == DataKind.Connections).Until;
        var gone = await Retention.DeletedAtAsync(db, person, cancellationToken);
        return new MyDataCard(
            PersonalCards.RefOf(person),
            [
                .. from table in found
                where table.Rows.Count > 0
                group table by table.Kind into kind
                orderby kind.Key
                select new DataHeld(
                    kind.Key, kind.Sum(table => table.Rows.Count), SinceOf(kind), UntilOf(kind, meetings, gone), KeptOf(kind.Key, person)),
            ],
            export);
    }

    /// <summary>Everything as a file: a page to read, or JSON.</summary>
    public async Task<ExportFile> FileAsync(
        ConnectDb db, Participant person, ExportFileKind kind, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, person, cancellationToken);
        var reader = composer.ReaderFor(person);
        return ExportFile.Of(
            kind, kind == ExportFileKind.Page ? page.Write(reader, person.Name, found) : ExportJson.WriteWhole(found), reader);
    }

    /// <summary>Everything as JSON documents that fit into chat messages, for where files can't be sent.</summary>
    public async Task<IReadOnlyList<string>> TextsAsync(ConnectDb db, Participant person, CancellationToken cancellationToken) =>
        ExportJson.Write(await FindAsync(db, person, cancellationToken));

    private Instant? SinceOf(IEnumerable<PersonalRows> tables) =>
        Earliest.Of(tables.SelectMany(table => table.Rows).SelectMany(row => row.Values), clock.GetCurrentInstant());

    // When the last of several tables' rows are deleted; null when some of them have no date.
    private static Instant? UntilOf(IEnumerable<PersonalRows> tables, Instant? meetings, Instant? gone)
    {
        List<Instant?> dates = [.. tables.Select(table => UntilOf(table, meetings, gone))];
        return dates.Contains(null) ? null : dates.Max();
    }

    // What somebody answered about a meeting is deleted with it. After somebody stops, whatever is left is deleted on one date, except acts
    // in a role.
    private static Instant? UntilOf(PersonalRows table, Instant? meetings, Instant? gone) =>
        ((table.Table == "Members" ? meetings : table.Until), table.Kind == DataKind.Office ? null : gone) switch
        {
            ({ } until, { } everything) => Instant.Min(until, everything),
            var (until, everything) => until ?? everything,
        };

    private static KeptWhile KeptOf(DataKind kind, Participant person) => kind switch
    {
        DataKind.Office => KeptWhile.WhileInUse,
        DataKind.Rituals => KeptWhile.WhileInRitual,
        DataKind.Votes => KeptWhile.WhileCounting,
        _ when person.JoinedAt is null => KeptWhile.WhileThere,
        _ => KeptWhile.WhileTakingPart,
    };

    private async Task<List<PersonalRows>> FindAsync(ConnectDb db, Participant person, CancellationToken cancellationToken)
    {
        var found = new List<PersonalRows>();
        foreach (var table in tables)
        {
            found.Add(await table.FindAsync(db, person.PersonId, cancellationToken));
        }

        return found;
    }
}
