using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>'Cancel' is the next time or all of it: with a day it skips that, without one it asks.</summary>
internal sealed class CancelCommand(RitualFinder finder, SkipCommand skip, DraftDesk drafts) : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["annuleer", "verwijder", "schrap", "zeg af"],
        ["en"] = ["cancel", "delete", "remove"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "één keer afzeggen of helemaal stoppen: ‘ritueel annuleer vrijdagkoffie’",
        ["en"] = "call off once or end: ‘ritual cancel coffee’",
    };

    public override async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        var (ritual, rest, answer) = await finder.FindAsync(turn, "cancel", cancellationToken);
        if (ritual is null)
        {
            return answer!;
        }

        if (rest.Length > 0)
        {
            return await skip.RunAsync(turn, cancellationToken);
        }

        var texts = turn.Visitor.Texts.Ritual.Question;
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
