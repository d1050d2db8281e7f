using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;

namespace TeamsConnectBot.Privacy;

/// <summary>Erases everything about the person, after confirmation.</summary>
internal sealed class ForgetCommand : ChatCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        [
            "vergeet mij", "vergeet me", "verwijder mij", "verwijder me", "verwijder mijn gegevens", "verwijder alles", "wis mij", "wis me",
            "wis mijn gegevens", "wis alles", "gegevens wissen",
        ],
        ["forget me", "delete me", "delete my data", "delete everything", "erase me", "erase my data", "remove me", "remove my data"]);

    public override string? Verb => Cards.Verbs.AskForget;

    public override int HelpPosition => 13;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage("alles van je wissen", "erase everything about you");

    public override Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken) =>
        Task.FromResult<Card>(new ForgetMeCard(PersonalCards.RefOf(person)));
}
