using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Posts;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>
/// Asks colleagues along, for everybody here to read. Whom the message mentions is neither looked up nor kept: only a click of
/// their own puts the ritual into somebody's calendar.
/// </summary>
internal sealed class InviteCommand(RitualFinder finder, DraftDesk drafts, RitualEcho echo) : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["uitnodigen", "nodig uit"],
        ["en"] = ["invite"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "vragen wie meedoet: ‘ritueel uitnodigen vrijdagkoffie @Sam’; wie wil, klikt zelf",
        ["en"] = "ask who joins in: ‘ritual invite coffee @Sam’; whoever wants to clicks themselves",
    };

    public override async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        var (ritual, _, answer) = await finder.FindAsync(turn, "invite", cancellationToken);
        return ritual is null
            ? answer!
            : new RitualDetailsCard(
                PostCards.RefOf(ritual), ritual.Plan.Name, echo.Of(ritual.Plan, drafts.ReaderOf(turn.Space, turn.Visitor)),
                PostCards.AgendaOf(ritual.Plan, turn.Visitor.Texts), Asks: true);
    }
}
