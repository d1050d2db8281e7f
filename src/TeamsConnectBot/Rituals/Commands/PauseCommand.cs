using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Engine;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Commands;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Nothing takes place until a day.</summary>
internal sealed class PauseCommand(RitualFinder finder, Decisions decisions, PlanTimes times, TimeProvider clock) : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["pauze", "pauzeer"],
        ["en"] = ["pause"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "pauzeren: ‘ritueel pauze vrijdagkoffie tot 5 januari’",
        ["en"] = "pause: ‘ritual pause coffee until 5 January’",
    };

    public override async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        var (ritual, rest, answer) = await finder.FindAsync(turn, "pause", cancellationToken);
        if (ritual is null)
        {
            return answer!;
        }

        var today = clock.GetCurrentInstant().InZone(ritual.Plan.TimeZone).Date;
        if (PauseLength.Read(rest.ToLowerInvariant().TrimEnd('.'), today) is not { } until)
        {
            return new RitualNoticeCard(RitualNotice.NotUnderstood, Detail: Help[turn.Visitor.Texts.Language]);
        }

        var plan = ritual.Plan with { PausedUntil = until };
        return times.Next(plan, clock.GetCurrentInstant()) is null
            ? new RitualNoticeCard(RitualNotice.NothingLeft, ritual.Plan.Name)
            : await decisions.DecideAsync(
                turn, new PlannedChange(ChangeWords.Pause, ritual.Id, ritual.Plan, plan), Words[turn.Visitor.Texts.Language][0], confirmFirst: true, cancellationToken);
    }
}
