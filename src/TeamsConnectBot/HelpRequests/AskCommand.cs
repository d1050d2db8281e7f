using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.HelpRequests;

/// <summary>Asks colleagues for help without naming the asker.</summary>
internal sealed class AskCommand(AskColleague asking, PoolCatalogue pools) : LookupCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        ["vraag", "vraagje", "vraag een collega", "vraag het een collega", "vraag stellen", "hulp vragen"],
        ["ask", "ask a colleague", "ask colleagues", "ask a question", "ask for help"]);

    public override string? Verb => Cards.Verbs.HelpAsk;

    public override int HelpPosition => 2;

    public override bool IsForEverybody => pools.All.Any(pool => pool.Help.On);

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        "iets aan collega’s vragen, zonder je naam: ‘vraag draaitabellen, 20 min, morgen’",
        "ask colleagues something, without your name: ‘ask pivot tables, 20 min, tomorrow’");

    public override Task<Card> RunAsync(ChatTurn turn, CancellationToken cancellationToken) => turn.Person.JoinedAt is null
        ? Task.FromResult(PersonalCards.JoinFirst(turn.Person))
        : asking.TypedAsync(turn.Person, turn.TypedRest, turn.Sender.Mentioned.Count > 0, cancellationToken);

    public override Task<Card> RunAsync(Participant person, string rest, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("A question is passed on as it was typed, which only the turn has.");
}
