using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Shows one ritual and its agenda, with buttons to add it to or remove it from one's own calendar.</summary>
internal sealed class ShowCommand(RitualFinder finder, DraftBook drafts, RitualEcho echo) : OneRitualCommand(finder)
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(["toon", "laat zien"], ["show"]);

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        nl: "wanneer een ritueel is en wat er gebeurt",
        en: "when a ritual is and what happens there");

    public override Task<Card> RunAsync(RitualTurn turn, Ritual ritual, CancellationToken cancellationToken) =>
        Task.FromResult<Card>(DetailsCard(turn, ritual, echo.Of(ritual.Plan, drafts.ReaderOf(turn))));

    public static RitualDetailsCard DetailsCard(RitualTurn turn, Ritual ritual, string when) =>
        new(
            PostCards.RefOf(ritual), ritual.Plan.Name, when, PostCards.AgendaOf(ritual.Plan, turn.Sender.Texts),
            IsPost: ritual.Plan.IsPost);
}
