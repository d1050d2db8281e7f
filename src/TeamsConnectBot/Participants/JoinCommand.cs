using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;

namespace TeamsConnectBot.Participants;

/// <summary>Shows the welcome with its button to join; for participants, their preferences.</summary>
internal sealed class JoinCommand(PersonalCards cards) : ChatCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        ["meedoen", "ik doe mee", "ik wil meedoen", "inschrijven", "aanmelden"],
        ["join", "i want to join", "sign me up", "sign up", "subscribe"]);

    public override int HelpPosition => 2;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        "lezen wat dit is, en meedoen", "read what this is, and join");

    public override string? Verb => Cards.Verbs.ShowWelcome;

    public override async Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken) =>
        person.JoinedAt is null ? cards.Welcome(person) : await cards.PreferencesAsync(db, person, cancellationToken);
}
