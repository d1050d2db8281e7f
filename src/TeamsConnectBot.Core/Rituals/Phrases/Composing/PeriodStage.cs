using TeamsConnectBot.Core.Rituals.Phrases.Pieces;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>Clarifies 'next week' without a day: a day of that week, or every week from then on.</summary>
internal sealed class PeriodStage(PhraseContext context, LocalTime start)
{
    /// <summary>What has to be clarified.</summary>
    public Clarification Ask(ScheduleDraft draft, PeriodPiece period)
    {
        var rest = draft.Without(period);
        var weekdays = draft.First<WeekdaysPiece>();
        var dates = Enumerable.Range(0, Period.DaysBetween(period.First, period.Last) + 1)
            .Select(period.First.PlusDays).Where(date => context.IsAhead(date + start)).ToList();
        if (draft.Has<IntervalPiece>() || draft.Has<MonthDaysPiece>() || weekdays is { Every: true } or { Ordinals.IsEmpty: false })
        {
            // 'Elke vrijdag, volgende week': every Friday from then on, or the Friday of that week.
            var fromThen = rest.With(new FromPiece(LocalDate.Max(period.First, context.Today), period.At));
            return new(QuestionKind.Contradiction, period.At, [fromThen, .. weekdays is null ? [] : On(rest, weekdays, dates)]);
        }

        return weekdays is null
            ? new(QuestionKind.WhichDay, period.At, Some(dates).Select(date => rest.With(Proposals.On(date))))
            : new(QuestionKind.WhichDay, period.At, On(rest, weekdays, dates), Forced: false);
    }

    private static IEnumerable<ScheduleDraft> On(ScheduleDraft rest, WeekdaysPiece weekdays, List<LocalDate> dates) =>
        dates.Where(date => weekdays.Days.Contains(date.DayOfWeek)).Take(3)
            .Select(date => rest.Without<WeekdaysPiece>().Without<IntervalPiece>().With(Proposals.On(date)));

    // The first, middle and last working day.
    private static IEnumerable<LocalDate> Some(List<LocalDate> dates)
    {
        var working = dates.FindAll(date => date.DayOfWeek <= IsoDayOfWeek.Friday);
        var all = working.Count > 0 ? working : dates;
        return all.Count == 0 ? [] : new[] { all[0], all[all.Count / 2], all[^1] }.Distinct();
    }
}
