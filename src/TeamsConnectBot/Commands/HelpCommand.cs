using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Commands;

/// <summary>First the commands, then people to talk to.</summary>
internal sealed class HelpCommand(IServiceProvider services, PoolCatalogue pools) : ChatCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["hulp", "help", "?"],
        ["en"] = ["help", "commands"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "dit overzicht, en mensen om mee te praten",
        ["en"] = "this overview, and people to talk to",
    };

    public override Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken) =>
        Task.FromResult<Card>(new HelpCard(PersonalCards.RefOf(person), Lines(person.Language), CommandRouter.Contacts(pools)));

    // All commands, this one too; it can't be given to itself by its constructor.
    private List<HelpLine> Lines(string language) =>
        [.. services.GetServices<ChatCommand>().Select(command => new HelpLine(command.Words[language][0], command.Help[language]))];
}
