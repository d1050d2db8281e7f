using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Participants;

/// <summary>Asks for company: the person goes first in the next round.</summary>
internal sealed class CoffeeCommand(CoffeeRequests requests) : ChatCommand
{
    private static readonly string[] Somebody = ["met", "with"];

    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        ["koffie", "koffie vragen", "vraag koffie", "vraag om koffie"], ["coffee", "ask for coffee", "ask coffee"]);

    public override string? Verb => Cards.Verbs.AskCoffee;

    public override int HelpPosition => 1;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        "in de volgende ronde als eerste gevraagd worden", "be asked first in the next round");

    public override Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken) =>
        requests.AskAsync(
            db, person, cancellationToken,
            namesSomebody: Somebody.Contains(rest.Split(' ')[0]) && rest.Contains(' ', StringComparison.Ordinal));
}
