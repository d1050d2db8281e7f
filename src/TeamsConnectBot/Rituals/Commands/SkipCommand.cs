using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Leaves out one time.</summary>
internal sealed class SkipCommand(
    RitualFinder finder, Decisions decisions, DraftDesk drafts, PhraseDesk phrases, PlanTimes times, TimeProvider clock) : RitualCommand
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

        var (refusal, byVote) = await decisions.StandingAsync(turn, Words[turn.Visitor.Texts.Language][0], cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var now = clock.GetCurrentInstant();
        if (times.Next(ritual.Plan, now) is not { } next)
        {
            return new RitualNoticeCard(RitualNotice.NothingLeft, ritual.Plan.Name);
        }

        turn = turn with { Text = rest, Proposes = byVote };
        var days = rest.Length == 0 ? new DayReading([], 1) : phrases.ReadDays(turn, ritual.Plan.TimeZone);
        if (days is null)
        {
            var upcoming = times.Upcoming(ritual.Plan, now).Take(RitualQuestion.MostOptions).Select(time => Skipping(ritual, [time]));
            return await drafts.AskWhichAsync(turn, rest, [.. upcoming], cancellationToken);
        }

        var meant = ritual.Plan.Meant(days, times, now).Select(found => Skipping(ritual, found)).ToList();
        return meant switch
        {
            [] => drafts.NoSuchTime(turn, ritual, next),
            [var only] => await decisions.DecideAsync(
                turn, only, Words[turn.Visitor.Texts.Language][0], confirmFirst: rest.Length > 0, cancellationToken),
            _ => await drafts.AskWhichAsync(turn, rest, meant, cancellationToken),
        };
    }

    /// <summary>The change that leaves out some times.</summary>
    public static PlannedChange Skipping(Ritual ritual, IEnumerable<PlannedTime> off)
    {
        var without = off.Aggregate(ritual.Plan, (plan, time) => plan.With(new PlanException(time.Date, null)));
        return new PlannedChange(ChangeWords.Skip, ritual.Id, ritual.Plan, without);
    }
}
