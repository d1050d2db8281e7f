using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Participants;

/// <summary>Switches this chat to Dutch, whatever the language of the person's Teams.</summary>
internal sealed class DutchCommand : ChatCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        ["nederlands", "in het nederlands", "taal nederlands", "nederlands graag"], ["dutch", "in dutch", "language dutch"]);

    public override int HelpPosition => 15;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage("deze chat in het Nederlands", "this chat in Dutch");

    // Help lists only the command 'language', which names both languages.
    public override bool IsForEverybody => false;

    public override Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken)
    {
        person.Preferences = person.Preferences with { ChatLanguage = "nl" };
        person.Language = "nl";
        return Task.FromResult<Card>(new ChatLanguageCard("nl"));
    }
}
