using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Bot;

/// <summary>
/// Lists the commands, and people to talk to. Whoever writes with what they need help, means a question to colleagues.
/// </summary>
internal sealed class HelpCommand(HelpOverview overview) : ChatCommand
{
    // 'Help me met draaitabellen', 'hulp bij Excel', 'help with pivot tables'; not 'help me'.
    private static readonly string[] WithWhat = ["me met", "mij met", "me bij", "mij bij", "met", "bij", "me with", "with", "me"];

    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        nl: ["hulp", "help", "?", "wat kan je", "wat kun je", "wat kan hier", "menu"],
        en: ["help", "commands", "what can you do", "what can i do"]);

    public override string? Verb => Cards.Verbs.ShowHelp;

    public override int HelpPosition => 17;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        nl: "dit overzicht, en mensen om mee te praten",
        en: "this overview, and people to talk to");

    public override Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken) =>
        Task.FromResult<Card>(
            person.JoinedAt is not null && SaysWithWhat(rest) && overview.Find(Cards.Verbs.HelpAsk) is { } ask
                ? overview.DidYouMean(person, [ask])
                : overview.For(person));

    private static bool SaysWithWhat(string rest) =>
        WithWhat.Any(words => rest.StartsWith(words + " ", StringComparison.Ordinal));
}
