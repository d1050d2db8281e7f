using NodaTime;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;

namespace TeamsConnectBot.Privacy;

/// <summary>What is kept about someone, told to that person and nobody else.</summary>
internal static class MyData
{
    public static async Task<MyDataCard> CardAsync(ConnectDb db, Participant person, CancellationToken cancellationToken)
    {
        var tables = await FindAsync(db, person, cancellationToken);
        var connections = tables.Single(table => table.Kind == DataKind.Connections).Until;
        var gone = await Retention.GoesAtAsync(db, person, cancellationToken);
        return new MyDataCard(
            PersonalCards.RefOf(person),
            [.. tables.Where(table => table.Rows.Count > 0).OrderBy(table => table.Kind)
                .Select(table =>
                    new DataHeld(table.Kind, table.Rows.Count, UntilOf(table, connections, gone), LastsOf(table.Kind, person)))]);
    }

    /// <summary>Everything, as documents of JSON.</summary>
    public static async Task<IReadOnlyList<string>> ExportAsync(ConnectDb db, Participant person, CancellationToken cancellationToken) =>
        ExportJson.Write(await FindAsync(db, person, cancellationToken));

    // An answer goes with its connection; and after stopping everything goes at once, but for what was done in office.
    private static Instant? UntilOf(PersonalRows table, Instant? connections, Instant? gone) =>
        ((table.Kind == DataKind.Answers ? connections : table.Until), table.Kind == DataKind.Office ? null : gone) switch
        {
            ({ } until, { } everything) => Instant.Min(until, everything),
            var (until, everything) => until ?? everything,
        };

    private static Lasts LastsOf(DataKind kind, Participant person) => kind switch
    {
        DataKind.Office => Lasts.WhileInUse,
        DataKind.Rituals => Lasts.WhileInRitual,
        _ when person.JoinedAt is null => Lasts.WhileThere,
        _ => Lasts.WhileTakingPart,
    };

    private static async Task<List<PersonalRows>> FindAsync(ConnectDb db, Participant person, CancellationToken cancellationToken)
    {
        var found = new List<PersonalRows>();
        foreach (var table in PersonalData.Tables)
        {
            found.Add(await table.FindAsync(db, person.PersonId, cancellationToken));
        }

        return found;
    }
}
