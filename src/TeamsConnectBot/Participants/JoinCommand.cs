using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;

namespace TeamsConnectBot.Participants;

/// <summary>Shows the welcome, where joining is one button; afterwards what was chosen.</summary>
internal sealed class JoinCommand(PersonalCards cards) : ChatCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["meedoen", "ik doe mee", "ik wil meedoen", "inschrijven", "aanmelden"],
        ["en"] = ["join", "i want to join", "sign me up", "sign up", "subscribe"],
    };

    public override int HelpPosition => 2;

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "lezen wat dit is, en meedoen",
        ["en"] = "read what this is, and join",
    };

    public override string? Verb => Cards.Verbs.ShowWelcome;

    public override Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken) =>
        Task.FromResult<Card>(person.JoinedAt is null ? cards.Welcome(person) : cards.Preferences(person));
}
