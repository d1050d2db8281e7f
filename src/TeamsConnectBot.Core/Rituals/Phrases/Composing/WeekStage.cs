using System.Collections.Immutable;
using NodaTime;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>Days of every week, or every day.</summary>
internal sealed class WeekStage(PhraseContext context, LocalTime start)
{
    private static readonly ImmutableArray<IsoDayOfWeek> AllDays = [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)];

    /// <summary>Asks about two different lists of days, such as 'elke maandag op dinsdag'; null when there is at most one.</summary>
    public static Doubt? Join(Draft draft)
    {
        var lists = draft.All<WeekdaysPiece>().FindAll(piece => piece.Ordinals.IsEmpty);
        if (lists.Count < 2 || lists.TrueForAll(list => list.Days.SequenceEqual(lists[0].Days)))
        {
            return null;
        }

        var rest = draft.Without(lists);
        var all = lists[0] with { Days = [.. lists.SelectMany(list => list.Days).Distinct().Order()] };
        return new Doubt(QuestionKind.Contradiction, lists[1].At, [.. lists.Take(2).Select(list => rest.With(list)), rest.With(all)]);
    }

    /// <summary>The doubt there is; null with the days.</summary>
    public Doubt? Check(Draft draft, IntervalPiece? interval, out DayPlan? plan)
    {
        plan = null;
        var weekdays = draft.First<WeekdaysPiece>();
        var every = interval?.Count ?? 1;
        var isDaily = interval is { Frequency: RecurrenceFrequency.Daily };
        if (weekdays is null && !isDaily)
        {
            return WhichDay(draft, interval);
        }

        if (weekdays is not null && isDaily && (every > 1 || weekdays.Days.Length == 1))
        {
            return new Doubt(QuestionKind.Contradiction, weekdays.At, [draft.Without(weekdays), draft.Without(interval!)]);
        }

        var days = weekdays?.Days ?? AllDays;
        if (Except(draft, ref days) is { } doubt)
        {
            return doubt;
        }

        if (IsOnce(draft, interval, weekdays))
        {
            plan = Nearest(RecurrenceRule.Weekly(days));
            return null;
        }

        if (isDaily && every > 1 && days.Length < AllDays.Length)
        {
            return new Doubt(QuestionKind.NotPossible, interval!.At, [draft.Without(draft.All<ExceptPiece>())]);
        }

        var rule = isDaily && days.Length == AllDays.Length ? RecurrenceRule.Daily : RecurrenceRule.Weekly(days);
        plan = new DayPlan(rule with { Interval = every });
        return null;
    }

    private static Doubt? Except(Draft draft, ref ImmutableArray<IsoDayOfWeek> days)
    {
        var excepts = draft.All<ExceptPiece>().FindAll(piece => !piece.Days.IsEmpty);
        if (excepts.Count == 0)
        {
            return null;
        }

        var before = days;
        days = [.. days.Where(day => !excepts.Exists(except => except.Days.Contains(day)))];
        if (!days.IsEmpty && days.Length < before.Length)
        {
            return null;
        }

        var others = Enumerable.Range(1, 5).Select(day => (IsoDayOfWeek)day).Where(day => !excepts.Exists(except => except.Days.Contains(day)));
        return new Doubt(QuestionKind.Contradiction, excepts[0].At, [draft.Without(excepts), draft.Without(excepts).Without(draft.All<WeekdaysPiece>()).With(Proposals.Every([.. others]))]);
    }

    private bool IsOnce(Draft draft, IntervalPiece? interval, WeekdaysPiece? weekdays) =>
        interval is null && weekdays is { Days.Length: 1 } && (draft.Has<OncePiece>() || (context.Expects == PhraseExpectation.Moment && !weekdays.Every));

    private DayPlan Nearest(RecurrenceRule rule) =>
        new(null, RitualSchedule.Beginning(rule, LocalDate.MinIsoValue, context.Now, start, 1, context.Zone)!.First);

    private Doubt WhichDay(Draft draft, IntervalPiece? interval)
    {
        if (context.Expects == PhraseExpectation.Moment && interval is null)
        {
            var today = context.Now.InZone(context.Zone).Date;
            return new Doubt(QuestionKind.WhichDay, Span.None, [draft.With(Proposals.On(today)), draft.With(Proposals.On(today.PlusDays(1)))]);
        }

        Draft[] days = [draft.With(Proposals.Every(IsoDayOfWeek.Monday)), draft.With(Proposals.Every(IsoDayOfWeek.Wednesday)), draft.With(Proposals.Every(IsoDayOfWeek.Friday))];
        return interval is null
            ? new Doubt(QuestionKind.WhichDay, Span.None, [draft.With(Proposals.EveryWorkingDay), days[0], days[2]])
            : new Doubt(QuestionKind.WhichDay, interval.At, days);
    }
}
