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
        return new MyDataCard(
            PersonalCards.RefOf(person),
            [.. tables.Where(table => table.Rows.Count > 0).OrderBy(table => table.Kind)
                .Select(table => new DataHeld(table.Kind, table.Rows.Count, UntilOf(table, connections)))]);
    }

    /// <summary>Everything, as documents of JSON.</summary>
    public static async Task<IReadOnlyList<string>> ExportAsync(ConnectDb db, Participant person, CancellationToken cancellationToken) =>
        ExportJson.Write(await FindAsync(db, person, cancellationToken));

    // An answer goes with its connection.
    private static Instant? UntilOf(PersonalRows table, Instant? connections) => table.Kind == DataKind.Answers ? connections : table.Until;

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
