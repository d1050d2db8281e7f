using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>Finds days of every week, or every day.</summary>
internal sealed class WeekStage(PhraseContext context, LocalTime start)
{
    /// <summary>Clarifies two different lists of days, such as 'elke maandag op dinsdag'; null if there is at most one.</summary>
    public static Clarification? Join(ScheduleDraft draft)
    {
        var lists = draft.All<WeekdaysPiece>().FindAll(piece => piece.Ordinals.IsEmpty);
        if (lists.Count < 2 || lists.TrueForAll(list => list.Days.SequenceEqual(lists[0].Days)))
        {
            return null;
        }

        var rest = draft.Without(lists);
        var all = lists[0] with { Days = [.. lists.SelectMany(list => list.Days).Distinct().Order()] };
        return new(QuestionKind.Contradiction, lists[1].At, [.. lists.Take(2).Select(list => rest.With(list)), rest.With(all)]);
    }

    /// <summary>What has to be clarified; null if the days are clear.</summary>
    public Clarification? Check(ScheduleDraft draft, IntervalPiece? interval, out DayPlan? plan)
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
            return new(QuestionKind.Contradiction, weekdays.At, [draft.Without(weekdays), draft.Without(interval!)]);
        }

        var days = weekdays?.Days ?? CalendarWeek.Days;
        if (Except(draft, ref days) is { } clarification)
        {
            return clarification;
        }

        var weekly = RecurrenceRule.Weekly(days);
        if (IsOnce(draft, interval, weekdays))
        {
            plan = new(null, RitualSchedule.Beginning(weekly, LocalDate.MinIsoValue, context.Now, start, 1, context.Zone)!.First);
            return null;
        }

        var isEveryDay = isDaily && days.Length == CalendarWeek.Days.Length;
        if (isDaily && every > 1 && !isEveryDay)
        {
            return new(QuestionKind.NotPossible, interval!.At, [draft.Without<ExceptPiece>()]);
        }

        plan = new DayPlan((isEveryDay ? RecurrenceRule.Daily : weekly) with { Interval = every });
        return null;
    }

    private static Clarification? Except(ScheduleDraft draft, ref ImmutableArray<IsoDayOfWeek> days)
    {
        var excepts = draft.All<ExceptPiece>().FindAll(piece => !piece.Days.IsEmpty);
        var before = days;
        days = days.RemoveRange(excepts.SelectMany(except => except.Days));
        if (excepts.Count == 0 || (!days.IsEmpty && days.Length < before.Length))
        {
            return null;
        }

        var others = Proposals.Every([.. CalendarWeek.WorkingDays.RemoveRange(excepts.SelectMany(except => except.Days))]);
        var rest = draft.Without(excepts);
        return new(QuestionKind.Contradiction, excepts[0].At, [rest, rest.Without<WeekdaysPiece>().With(others)]);
    }

    private bool IsOnce(ScheduleDraft draft, IntervalPiece? interval, WeekdaysPiece? weekdays) =>
        interval is null && weekdays is { Days.Length: 1 }
        && (draft.Has<OncePiece>() || (context.Expects == PhraseExpectation.Moment && !weekdays.Every));

    private Clarification WhichDay(ScheduleDraft draft, IntervalPiece? interval)
    {
        IEnumerable<Piece> proposals = (interval, context.Expects) switch
        {
            (null, PhraseExpectation.Moment) => [Proposals.On(context.Today), Proposals.On(context.Today.PlusDays(1))],
            (null, _) => [Proposals.EveryWorkingDay, Proposals.Every(IsoDayOfWeek.Monday), Proposals.Every(IsoDayOfWeek.Friday)],
            _ =>
            [
                Proposals.Every(IsoDayOfWeek.Monday), Proposals.Every(IsoDayOfWeek.Wednesday), Proposals.Every(IsoDayOfWeek.Friday),
            ],
        };
        return new(QuestionKind.WhichDay, interval?.At ?? TextSpan.None, proposals.Select(proposal => draft.With(proposal)));
    }
}
