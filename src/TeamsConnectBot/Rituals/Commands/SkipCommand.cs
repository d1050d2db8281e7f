using NodaTime;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Engine;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Leaves out one time.</summary>
internal sealed class SkipCommand(RitualFinder finder, Decisions decisions, DraftDesk drafts, PlanTimes times, TimeProvider clock) : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["sla over", "overslaan"],
        ["en"] = ["skip"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "de komende keer overslaan, of die van een dag: ‘ritueel sla over vrijdagkoffie 25 december’",
        ["en"] = "skip the next time, or that of a day: ‘ritual skip coffee 25 December’",
    };

    public override async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        var (ritual, rest, answer) = await finder.FindAsync(turn, "skip", cancellationToken);
        if (ritual is null)
        {
            return answer!;
        }

        var now = clock.GetCurrentInstant();
        if (times.Next(ritual.Plan, now) is not { } next)
        {
            return new RitualNoticeCard(RitualNotice.NothingLeft, ritual.Plan.Name);
        }

        var text = RitualQuestion.WithoutLead(rest, "op", "on");
        var date = text.Length == 0 ? next.Date : DayPhrase.Read(text, now.InZone(ritual.Plan.TimeZone).Date);
        if (date is not { } day || times.Of(ritual.Plan, day) is not { } time || time.Start <= now)
        {
            var reader = drafts.ReaderOf(turn.Space, turn.Visitor);
            return new RitualNoticeCard(RitualNotice.NoSuchTime, ritual.Plan.Name, reader.Moments.Long(new Interval(next.Start, next.End)));
        }

        var change = new PlannedChange(ChangeWords.Skip, ritual.Id, ritual.Plan, ritual.Plan.With(new PlanException(day, null)));
        return await decisions.DecideAsync(turn, change, Words[turn.Visitor.Texts.Language][0], confirmFirst: text.Length > 0, cancellationToken);
    }
}
