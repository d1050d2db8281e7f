using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.HelpRequests;

/// <summary>Shows whether somebody may be asked for help, and about what.</summary>
internal sealed class AskMeTooCommand(AskMeToo askMe) : LookupCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        ["vraag mij ook eens", "vraag me ook eens", "vraag mij ook", "vraag me ook", "vraag mij"],
        ["ask me too", "ask me as well", "ask me"]);

    public override string? Verb => Cards.Verbs.HelpOffers;

    // The preferences have a button for it, and help stays short.
    public override bool IsForEverybody => false;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        "of collega’s jou iets mogen vragen, en waarover", "whether colleagues may ask you something, and about what");

    public override Task<Card> RunAsync(Participant person, string rest, CancellationToken cancellationToken) =>
        askMe.ShowAsync(person, cancellationToken);
}
