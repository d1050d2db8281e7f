using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Tests.Outages;

/// <summary>Tests with a world each that count what people received and what is stored.</summary>
internal abstract class OutageTests : WorldTests
{
    /// <summary>How many invitations each person received.</summary>
    protected static IEnumerable<int> Invitations(World world) => world.People.Select(person =>
        world.MessagesTo(person).Count(message => message.CardJson is not null && new CardSnapshot(message).Has("invitation.yes")));

    protected static int Count(World world, string sql) => StoredRows.Sqlite(world.Database).Count(sql);
}
