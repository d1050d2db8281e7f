using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Commands;

/// <summary>Asks for company: first in the next round.</summary>
internal sealed class CoffeeCommand(CoffeeRequests requests) : ChatCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["koffie", "koffie vragen"],
        ["en"] = ["coffee", "ask for coffee"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "in de volgende ronde als eerste gevraagd worden",
        ["en"] = "be asked first in the next round",
    };

    public override Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken) =>
        requests.AskAsync(db, person, cancellationToken);
}
