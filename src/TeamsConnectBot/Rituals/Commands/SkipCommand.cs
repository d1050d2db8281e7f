using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Skips one or more occurrences: the next, or those on the days that are named.</summary>
internal sealed class SkipCommand(
    RitualFinder finder, Decisions decisions, DraftBook drafts, SpacePhrases phrases, PlanTimes times, TimeProvider clock)
    : OneRitualCommand(finder)
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(["sla over", "overslaan"], ["skip"]);

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        nl: "de komende keer overslaan, of die van een dag: ‘ritueel sla over vrijdagkoffie 25 december’",
        en: "skip the next time, or that of a day: ‘ritual skip coffee 25 December’");

    public override async Task<Card> RunAsync(RitualTurn turn, Ritual ritual, CancellationToken cancellationToken)
    {
        var (refusal, byVote) = await decisions.StandingAsync(turn, NameFor(turn), cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var now = clock.GetCurrentInstant();
        if (times.Next(ritual.Plan, now) is not { } next)
        {
            return new RitualNoticeCard(RitualNotice.NothingLeft, ritual.Plan.Name);
        }

        turn = turn with { Proposes = byVote };
        var days = turn.Text.Length == 0 ? new DayReading([], 1) : phrases.ReadDays(turn, ritual.Plan.TimeZone);
        if (days is null)
        {
            var upcoming = times.Upcoming(ritual.Plan, now).Take(DraftBook.MostOptions).Select(time => Skipping(ritual, [time]));
            return await drafts.AskWhichAsync(turn, turn.Text, [.. upcoming], cancellationToken);
        }

        var meant = times.Meant(ritual.Plan, days, now).Select(found => Skipping(ritual, found)).ToList();
        return meant switch
        {
            [] => drafts.NoSuchTime(turn, ritual, next),
            [var only] => await decisions.DecideAsync(turn, only, NameFor(turn), confirmFirst: turn.Text.Length > 0, cancellationToken),
            _ => await drafts.AskWhichAsync(turn, turn.Text, meant, cancellationToken),
        };
    }

    /// <summary>The change that leaves out some occurrences.</summary>
    public static PlannedChange Skipping(Ritual ritual, IEnumerable<PlannedTime> off)
    {
        var without = off.Aggregate(ritual.Plan, (plan, time) => plan.With(new PlanException(time.Date, null)));
        return new PlannedChange(ChangeWords.Skip, ritual.Id, ritual.Plan, without);
    }
}
