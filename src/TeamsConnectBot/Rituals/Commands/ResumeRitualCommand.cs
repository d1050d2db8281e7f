using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Ends a pause.</summary>
internal sealed class ResumeRitualCommand(RitualFinder finder, Decisions decisions, PlanTimes times, TimeProvider clock) : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["hervat", "verder"],
        ["en"] = ["resume"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "een pauze beëindigen",
        ["en"] = "end a pause",
    };

    public override async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        var (ritual, _, answer) = await finder.FindAsync(turn, "resume", cancellationToken);
        if (ritual is null)
        {
            return answer!;
        }

        var plan = ritual.Plan with { PausedUntil = null };
        return times.Next(plan, clock.GetCurrentInstant()) is null
            ? new RitualNoticeCard(RitualNotice.NothingLeft, ritual.Plan.Name)
            : await decisions.DecideAsync(
                turn, new PlannedChange(ChangeWords.Resume, ritual.Id, ritual.Plan, plan), Words[turn.Visitor.Texts.Language][0], confirmFirst: false, cancellationToken);
    }
}
