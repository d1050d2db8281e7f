using TeamsConnectBot.Cards;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.PersonalData;

namespace TeamsConnectBot.Privacy;

/// <summary>What is kept about someone, shown to that person and nobody else.</summary>
internal sealed class MyData(IEnumerable<PersonalTable> tables)
{
    public async Task<MyDataCard> CardAsync(ConnectDb db, Participant person, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, person, cancellationToken);
        var meetings = found.Single(table => table.Kind == DataKind.Connections).Until;
        var gone = await Retention.DeletedAtAsync(db, person, cancellationToken);
        return new MyDataCard(
            PersonalCards.RefOf(person),
            [.. found.Where(table => table.Rows.Count > 0).OrderBy(table => table.Kind)
                .Select(
                    table => new DataHeld(table.Kind, table.Rows.Count, UntilOf(table, meetings, gone), KeptOf(table.Kind, person)))]);
    }

    /// <summary>Exports everything, as JSON documents.</summary>
    public async Task<IReadOnlyList<string>> ExportAsync(ConnectDb db, Participant person, CancellationToken cancellationToken) =>
        ExportJson.Write(await FindAsync(db, person, cancellationToken));

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
