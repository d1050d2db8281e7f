using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Ends a ritual, which removes it from the calendars.</summary>
internal sealed class EndCommand(RitualFinder finder, Decisions decisions) : OneRitualCommand(finder)
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(["stop", "beëindig"], ["end", "stop"]);

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage("stoppen met een ritueel", "end a ritual");

    public override Task<Card> RunAsync(RitualTurn turn, Ritual ritual, CancellationToken cancellationToken)
    {
        var change = new PlannedChange(ChangeWords.End, ritual.Id, ritual.Plan, ritual.Plan with { IsEnded = true });
        return decisions.DecideAsync(turn, change, NameFor(turn), confirmFirst: true, cancellationToken);
    }
}
