using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Participants;

/// <summary>Asks for company: the person goes first in the next round.</summary>
internal sealed class CoffeeCommand(CoffeeRequests requests, HelpOverview overview) : ChatCommand
{
    private static readonly string[] Somebody = ["met", "with"];

    // Words that can follow the command without changing its meaning.
    private static readonly string[] Fillers =
    [
        "graag", "alsjeblieft", "alstublieft", "aub", "drinken", "deze week", "volgende week", "volgende ronde", "in de volgende ronde",
        "please", "this week", "next week", "next round", "in the next round",
    ];

    private static readonly string[] CallingOff =
        ["afzeggen", "annuleren", "niet", "verplaatsen", "verzetten", "cancel", "not", "can't", "doesn't", "move", "off"];

    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        ["koffie", "koffie vragen", "vraag koffie", "vraag om koffie"], ["coffee", "ask for coffee", "ask coffee"]);

    public override string? Verb => Cards.Verbs.AskCoffee;

    public override int HelpPosition => 1;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        "in de volgende ronde als eerste gevraagd worden", "be asked first in the next round");

    public override Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken)
    {
        var words = rest.Split(' ');
        var namesSomebody = words.Length > 1 && Somebody.Contains(words[0]) && !words.Any(CallingOff.Contains);
        if (rest.Length == 0 || namesSomebody || Fillers.Contains(rest))
        {
            return requests.AskAsync(db, person, cancellationToken, namesSomebody);
        }

        // 'koffie afzeggen' is about a meeting, and asking would also end a pause.
        return Task.FromResult<Card>(overview.DidYouMean(person, Cards.Verbs.SayAppointments, Cards.Verbs.AskCoffee));
    }
}
