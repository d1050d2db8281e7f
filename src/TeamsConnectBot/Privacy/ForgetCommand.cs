using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;

namespace TeamsConnectBot.Privacy;

/// <summary>Erases everything about the person, after a question.</summary>
internal sealed class ForgetCommand : ChatCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] =
        [
            "vergeet mij", "vergeet me", "verwijder mij", "verwijder me", "verwijder mijn gegevens", "verwijder alles", "wis mij", "wis me",
            "wis mijn gegevens", "wis alles", "gegevens wissen",
        ],
        ["en"] =
        [
            "forget me", "delete me", "delete my data", "delete everything", "erase me", "erase my data", "remove me", "remove my data",
        ],
    };

    public override string? Verb => Cards.Verbs.AskForget;

    public override int HelpPosition => 13;

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "alles van je wissen",
        ["en"] = "erase everything about you",
    };

    public override Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken) =>
        Task.FromResult<Card>(new ForgetMeCard(PersonalCards.RefOf(person)));
}
