using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Pauses a ritual until a given day.</summary>
internal sealed class PauseRitualCommand(
    RitualFinder finder, Decisions decisions, SpacePhrases phrases, PlanTimes times, TimeProvider clock) : OneRitualCommand(finder)
{
    private const int DefaultDays = 14;
    private const int LongestDays = 365;

    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(["pauze", "pauzeer"], ["pause"]);

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        nl: "pauzeren: ‘ritueel pauze vrijdagkoffie tot 5 januari’",
        en: "pause: ‘ritual pause coffee until 5 January’");

    public override async Task<Card> RunAsync(RitualTurn turn, Ritual ritual, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var plan = ritual.Plan;
        var today = now.InZone(plan.TimeZone).Date;
        var days = turn.Text.Length == 0
            ? new DayReading([new DaySpan(today, today.PlusDays(DefaultDays - 1))])
            : phrases.ReadDays(turn, plan.TimeZone);
        if (days is null || days.Spans is not ([] or [_]) || days.Spans.Any(span => span.Last >= today.PlusDays(LongestDays)))
        {
            return NotUnderstood(turn);
        }

        // A pause always begins now. If there are occurrences before the named days, the occurrences on those days are skipped instead.
        var next = times.Next(plan, now)?.Start.InZone(plan.TimeZone).Date;
        var change = days.Spans is [var span] && (span.First == today || next is null || next >= span.First)
            ? new PlannedChange(ChangeWords.Pause, ritual.Id, plan, plan with { PausedUntil = span.Last.PlusDays(1) })
            : times.Meant(plan, days, now) is [var off] ? SkipCommand.Skipping(ritual, off) : null;
        return change is null || times.Next(change.Plan, now) is null
            ? new RitualNoticeCard(RitualNotice.NothingLeft, plan.Name)
            : await decisions.DecideAsync(turn, change, NameFor(turn), confirmFirst: true, cancellationToken);
    }
}
