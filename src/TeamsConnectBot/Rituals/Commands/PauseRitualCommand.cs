using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Nothing takes place until a day.</summary>
internal sealed class PauseRitualCommand(
    RitualFinder finder, Decisions decisions, PhraseDesk phrases, PlanTimes times, TimeProvider clock) : RitualCommand
{
    private const int UsualDays = 14;
    private const int LongestDays = 365;

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

        var now = clock.GetCurrentInstant();
        var today = now.InZone(ritual.Plan.TimeZone).Date;
        turn = turn with { Text = rest };
        var days = rest.Length == 0
            ? new DayReading([new DaySpan(today, today.PlusDays(UsualDays - 1))])
            : phrases.ReadDays(turn, ritual.Plan.TimeZone);
        if (days is null || days.Spans is not ([] or [_]) || days.Spans.Any(span => span.Last >= today.PlusDays(LongestDays)))
        {
            return new RitualNoticeCard(RitualNotice.NotUnderstood, Detail: Help[turn.Visitor.Texts.Language]);
        }

        // A pause begins now: what lies ahead, with times before it, is only left out.
        var next = times.Next(ritual.Plan, now)?.Start.InZone(ritual.Plan.TimeZone).Date;
        var change = days.Spans is [var span] && (span.First == today || next is null || next >= span.First)
            ? new PlannedChange(ChangeWords.Pause, ritual.Id, ritual.Plan, ritual.Plan with { PausedUntil = span.Last.PlusDays(1) })
            : ritual.Plan.Meant(days, times, now) is [var off] ? SkipCommand.Skipping(ritual, off) : null;
        return change is null || times.Next(change.Plan, now) is null
            ? new RitualNoticeCard(RitualNotice.NothingLeft, ritual.Plan.Name)
            : await decisions.DecideAsync(turn, change, Words[turn.Visitor.Texts.Language][0], confirmFirst: true, cancellationToken);
    }
}
