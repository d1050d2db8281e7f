using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Participants;

/// <summary>Says which language this chat uses and how to change it: the name of a language is a command of its own.</summary>
internal sealed class LanguageCommand : ChatCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(["taal"], ["language"]);

    public override int HelpPosition => 14;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        "de taal van deze chat: ‘English’, ‘Nederlands’", "the language of this chat: ‘English’, ‘Nederlands’");

    public override string? Verb => Cards.Verbs.SayLanguage;

    public override Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken) =>
        Task.FromResult<Card>(new ChatLanguageCard(null));
}
