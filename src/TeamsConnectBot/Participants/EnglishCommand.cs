using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Participants;

/// <summary>Switches this chat to English, whatever the language of the person's Teams.</summary>
internal sealed class EnglishCommand : ChatCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        ["engels", "in het engels", "taal engels", "engels graag"], ["english", "in english", "language english", "english please"]);

    public override int HelpPosition => 16;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage("deze chat in het Engels", "this chat in English");

    // Help lists only the command 'language', which names both languages.
    public override bool IsForEverybody => false;

    public override Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken)
    {
        person.Preferences = person.Preferences with { ChatLanguage = "en" };
        person.Language = "en";
        return Task.FromResult<Card>(new ChatLanguageCard("en"));
    }
}
