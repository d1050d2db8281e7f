using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Privacy;

namespace TeamsConnectBot.Commands;

/// <summary>Ends taking part and every consent at once. Erasing is offered, not assumed.</summary>
internal sealed class StopCommand(Participation participation) : ChatCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["stop", "stoppen"],
        ["en"] = ["stop", "leave"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "niet meer meedoen; geen uitnodigingen, en je agenda en AI-week worden niet meer gelezen",
        ["en"] = "take part no longer; no invitations, and your calendar and AI week are not read any more",
    };

    public override async Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken)
    {
        await participation.EndAsync(db, person, cancellationToken);
        return new StoppedCard(PersonalCards.RefOf(person));
    }
}
