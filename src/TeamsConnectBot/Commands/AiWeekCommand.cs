using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Privacy;

namespace TeamsConnectBot.Commands;

/// <summary>Tells in two taps how much one worked with AI this week.</summary>
internal sealed class AiWeekCommand : ChatCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["ai", "ai-week", "mijn week"],
        ["en"] = ["ai week", "my week"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "vertellen hoeveel je deze week met AI werkte; alleen voor jou",
        ["en"] = "tell how much you worked with AI this week; for you alone",
    };

    public override async Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken) =>
        await SelfReports.CardAsync(db, person, cancellationToken);
}
