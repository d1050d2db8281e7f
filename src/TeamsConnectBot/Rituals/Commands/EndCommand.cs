using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Ends a ritual; it leaves the calendars.</summary>
internal sealed class EndCommand(RitualFinder finder, Decisions decisions) : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["stop", "beëindig"],
        ["en"] = ["end", "stop"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "stoppen met een ritueel",
        ["en"] = "end a ritual",
    };

    public override async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        var (ritual, _, answer) = await finder.FindAsync(turn, "end", cancellationToken);
        return ritual is null
            ? answer!
            : await decisions.DecideAsync(
                turn,
                new PlannedChange(ChangeWords.End, ritual.Id, ritual.Plan, ritual.Plan with { IsEnded = true }),
                Words[turn.Visitor.Texts.Language][0],
                confirmFirst: true,
                cancellationToken);
    }
}
