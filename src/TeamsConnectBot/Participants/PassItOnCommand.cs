using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Participants;

/// <summary>Shows a card to forward to colleagues. Neither who asked for it nor who gets it is stored.</summary>
internal sealed class PassItOnCommand(PoolCatalogue pools) : ChatCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        ["doorsturen", "doe je mee"], ["pass it on", "will you join"]);

    public override string? Verb => Cards.Verbs.SayPassItOn;

    public override int HelpPosition => 10;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        "een kaart om aan collega’s door te sturen; jouw naam staat er niet op", "a card to forward to colleagues; your name isn’t on it");

    public override Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken) =>
        Task.FromResult<Card>(new PassItOnCard(pools.Find(person.PoolId).HostIn(person.Language), pools.InstallLink));
}
