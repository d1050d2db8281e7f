using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Ends a pause.</summary>
internal sealed class ResumeRitualCommand(RitualFinder finder, Decisions decisions, PlanTimes times, TimeProvider clock)
    : OneRitualCommand(finder)
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(["hervat", "verder"], ["resume"]);

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage("een pauze beëindigen", "end a pause");

    public override async Task<Card> RunAsync(RitualTurn turn, Ritual ritual, CancellationToken cancellationToken)
    {
        var change = new PlannedChange(ChangeWords.Resume, ritual.Id, ritual.Plan, ritual.Plan with { PausedUntil = null });
        return times.Next(change.Plan, clock.GetCurrentInstant()) is null
            ? new RitualNoticeCard(RitualNotice.NothingLeft, ritual.Plan.Name)
            : await decisions.DecideAsync(turn, change, NameFor(turn), confirmFirst: false, cancellationToken);
    }
}
