using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Wording;

namespace TeamsConnectBot.Participants;

/// <summary>From now on this chat is in English, whatever language somebody's Teams has.</summary>
internal sealed class EnglishCommand : ChatCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = Bilingual.Words(
        ["engels", "in het engels", "taal engels", "engels graag"], ["english", "in english", "language english", "english please"]);

    public override int HelpPosition => 16;

    public override IReadOnlyDictionary<string, string> Help { get; } = Bilingual.Text("deze chat in het Engels", "this chat in English");

    // Help names 'language' once.
    public override bool IsForEverybody => false;

    public override Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken)
    {
        person.Preferences = person.Preferences with { ChatLanguage = "en" };
        person.Language = "en";
        return Task.FromResult<Card>(new ChatLanguageCard("en"));
    }
}
