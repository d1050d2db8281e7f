using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>
/// Asks colleagues to join a ritual, with a card that everybody in the space sees. The people the message mentions are neither looked up
/// nor stored: a ritual enters somebody's calendar only by their own click.
/// </summary>
internal sealed class InviteCommand(RitualFinder finder, DraftBook drafts, RitualEcho echo) : OneRitualCommand(finder)
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(["uitnodigen", "nodig uit"], ["invite"]);

    protected override bool IsAboutMeeting => true;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        nl: "vragen wie meedoet: ‘ritueel uitnodigen vrijdagkoffie @Sam’; wie wil, klikt zelf",
        en: "ask who joins in: ‘ritual invite coffee @Sam’; whoever wants to clicks themselves");

    public override Task<Card> RunAsync(RitualTurn turn, Ritual ritual, CancellationToken cancellationToken) =>
        Task.FromResult<Card>(ShowCommand.DetailsCard(turn, ritual, echo.Of(ritual.Plan, drafts.ReaderOf(turn))) with { Asks = true });
}
