using NodaTime;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>'Next week' without a day: which day of it, or every week from then on.</summary>
internal sealed class StretchStage(PhraseContext context, LocalTime start)
{
    /// <summary>The doubt there is.</summary>
    public Doubt Ask(Draft draft, StretchPiece stretch)
    {
        var rest = draft.Without(stretch);
        var weekdays = draft.First<WeekdaysPiece>();
        var dates = Enumerable.Range(0, Period.DaysBetween(stretch.First, stretch.Last) + 1)
            .Select(stretch.First.PlusDays).Where(IsAhead).ToList();
        if (draft.Has<IntervalPiece>() || draft.Has<MonthDaysPiece>() || weekdays is { Every: true } or { Ordinals.IsEmpty: false })
        {
            // 'Elke vrijdag, volgende week': from then on, or one of that week.
            var fromThen = rest.With(new FromPiece(LocalDate.Max(stretch.First, Today), stretch.At));
            return new Doubt(QuestionKind.Contradiction, stretch.At, [fromThen, .. weekdays is null ? [] : On(rest, weekdays, dates)]);
        }

        return weekdays is null
            ? new Doubt(QuestionKind.WhichDay, stretch.At, Some(dates).Select(date => rest.With(Proposals.On(date))))
            : new Doubt(QuestionKind.WhichDay, stretch.At, On(rest, weekdays, dates), Forced: false);
    }

    private LocalDate Today => context.Now.InZone(context.Zone).Date;

    private bool IsAhead(LocalDate date) => (date + start).InZoneLeniently(context.Zone).ToInstant() > context.Now;

    private static IEnumerable<Draft> On(Draft rest, WeekdaysPiece weekdays, List<LocalDate> dates) =>
        dates.Where(date => weekdays.Days.Contains(date.DayOfWeek)).Take(3)
            .Select(date => rest.Without(rest.All<WeekdaysPiece>()).Without(rest.All<IntervalPiece>()).With(Proposals.On(date)));

    // The first, the middle and the last working day.
    private static IEnumerable<LocalDate> Some(List<LocalDate> dates)
    {
        var working = dates.FindAll(date => date.DayOfWeek <= IsoDayOfWeek.Friday);
        var all = working.Count > 0 ? working : dates;
        return all.Count == 0 ? [] : new[] { all[0], all[all.Count / 2], all[^1] }.Distinct();
    }
}
