using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Skips an occurrence when a day is named; otherwise asks whether the next occurrence or the whole ritual is meant.</summary>
internal sealed class CancelCommand(RitualFinder finder, SkipCommand skip, DraftBook drafts) : OneRitualCommand(finder)
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        nl: ["annuleer", "verwijder", "schrap", "zeg af"],
        en: ["cancel", "delete", "remove"]);

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        nl: "één keer afzeggen of helemaal stoppen: ‘ritueel annuleer vrijdagkoffie’",
        en: "call off once or end: ‘ritual cancel coffee’");

    public override async Task<Card> RunAsync(RitualTurn turn, Ritual ritual, CancellationToken cancellationToken)
    {
        if (turn.Text.Length > 0)
        {
            return await skip.RunAsync(turn, ritual, cancellationToken);
        }

        var texts = turn.Sender.Texts.Ritual.Question;
        var lead = turn.Proposes ? "ritual propose" : "ritual";
        return await drafts.AskAsync(
            turn,
            texts.Cancel.With(("name", ritual.Plan.Name)),
            [
                new DraftOption(texts.SkipNext, Command: $"{lead} skip {ritual.Plan.Name}"),
                new DraftOption(texts.End, Command: $"{lead} end {ritual.Plan.Name}"),
            ],
            cancellationToken);
    }
}
