using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Bot;

/// <summary>Shows what can be typed.</summary>
internal sealed class HelpAction(Database database, HelpOverview overview) : PersonalAction(database)
{
    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.ShowHelp];

    protected override Task<Card> HandleAsync(ConnectDb db, Participant person, Click click, CancellationToken cancellationToken) =>
        Task.FromResult<Card>(overview.For(person));
}
