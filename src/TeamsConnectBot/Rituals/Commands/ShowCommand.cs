using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Posts;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>One ritual, with its agenda and the way into and out of one's own calendar.</summary>
internal sealed class ShowCommand(RitualFinder finder, DraftDesk drafts, RitualEcho echo) : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["toon", "laat zien"],
        ["en"] = ["show"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "wanneer een ritueel is en wat er gebeurt",
        ["en"] = "when a ritual is and what happens there",
    };

    public override async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        var (ritual, _, answer) = await finder.FindAsync(turn, "show", cancellationToken);
        return ritual is null
            ? answer!
            : new RitualDetailsCard(
                PostCards.RefOf(ritual), ritual.Plan.Name, echo.Of(ritual.Plan, drafts.ReaderOf(turn.Space, turn.Visitor)),
                PostCards.AgendaOf(ritual.Plan, turn.Visitor.Texts));
    }
}
