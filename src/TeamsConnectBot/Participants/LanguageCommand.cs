using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Participants;

/// <summary>Which language this chat is in, and how to have another: the word for it is a command of its own.</summary>
internal sealed class LanguageCommand : ChatCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["taal"],
        ["en"] = ["language"],
    };

    public override int HelpPosition => 14;

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "de taal van deze chat: ‘English’, ‘Nederlands’",
        ["en"] = "the language of this chat: ‘English’, ‘Nederlands’",
    };

    public override string? Verb => Cards.Verbs.SayLanguage;

    public override Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken) =>
        Task.FromResult<Card>(new ChatLanguageCard(null));
}
