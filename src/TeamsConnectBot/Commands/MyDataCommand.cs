using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Privacy;

namespace TeamsConnectBot.Commands;

/// <summary>Shows what is kept about the person, and sends it.</summary>
internal sealed class MyDataCommand : ChatCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["mijn gegevens"],
        ["en"] = ["my data"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "wat we van je bewaren, en een kopie ervan",
        ["en"] = "what we keep about you, and a copy of it",
    };

    public override async Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken) =>
        await MyData.CardAsync(db, person, cancellationToken);
}
