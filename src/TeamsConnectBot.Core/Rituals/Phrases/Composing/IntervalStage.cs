using NodaTime;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>Brings the words of how often to one interval.</summary>
internal static class IntervalStage
{
    /// <summary>The doubt there is; null when the draft has at most one interval once simplified.</summary>
    public static Doubt? Check(Draft draft)
    {
        if (draft.All<TimesPerPiece>().Find(piece => piece.Times != 1) is { } times && Severalfold(draft, times) is { } doubt)
        {
            return doubt;
        }

        draft = Simplify(draft);
        var intervals = draft.All<IntervalPiece>().DistinctBy(piece => (piece.Frequency, piece.Count, piece.IsQuarters)).ToList();
        return intervals.Count > 1
            ? new Doubt(QuestionKind.Contradiction, intervals[1].At, intervals.Select(interval => draft.Without(draft.All<IntervalPiece>()).With(interval)))
            : null;
    }

    /// <summary>'Once a week' is every week, and 'every other Tuesday' every two weeks on Tuesday.</summary>
    public static Draft Simplify(Draft draft)
    {
        foreach (var times in draft.All<TimesPerPiece>())
        {
            draft = draft.Replace(times, new IntervalPiece(times.Frequency, 1, times.At));
        }

        foreach (var nth in draft.All<EveryNthWeekPiece>())
        {
            draft = draft.Replace(nth, nth.Days, new IntervalPiece(RecurrenceFrequency.Weekly, nth.Weeks, nth.At));
        }

        return draft;
    }

    // 'Twice a week' says on which days only together with two of them.
    private static Doubt? Severalfold(Draft draft, TimesPerPiece times)
    {
        var rest = draft.Without(times);
        var weekdays = draft.First<WeekdaysPiece>();
        var weekly = new IntervalPiece(times.Frequency, 1, times.At);
        switch (times)
        {
            case { Frequency: RecurrenceFrequency.Weekly, Times: >= 2 and <= 7 } when weekdays is not null:
                return weekdays.Days.Length == times.Times || times.Times == 1
                    ? null
                    : new Doubt(QuestionKind.Contradiction, times.At, [rest.Replace(weekdays, WithPartner(weekdays)), rest.With(weekly)]);
            case { Frequency: RecurrenceFrequency.Weekly, Times: 2 }:
                return new Doubt(QuestionKind.WhichDay, times.At, [rest.With(Proposals.Every(IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday)), rest.With(Proposals.Every(IsoDayOfWeek.Monday, IsoDayOfWeek.Wednesday))]);
            case { Frequency: RecurrenceFrequency.Weekly, Times: 3 }:
                return new Doubt(QuestionKind.WhichDay, times.At, [rest.With(Proposals.Every(IsoDayOfWeek.Monday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Friday)), rest.With(Proposals.Every(IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday))]);
            case { Frequency: RecurrenceFrequency.Monthly } when DaysAMonth(draft) == times.Times:
                return null;
            case { Frequency: RecurrenceFrequency.Monthly, Times: 2 }:
                var day = weekdays?.Days[0] ?? IsoDayOfWeek.Monday;
                rest = weekdays is null ? rest : rest.Without(weekdays);
                return new Doubt(QuestionKind.WhichDayOfMonth, times.At, [rest.With(Twice(day, 1, 3)), rest.With(Twice(day, 2, 4))]);
            default:
                return new Doubt(QuestionKind.NotPossible, times.At, [rest.With(weekly), rest.With(Proposals.EveryWorkingDay)]);
        }
    }

    private static int DaysAMonth(Draft draft) =>
        draft.All<WeekdaysPiece>().Sum(days => days.Ordinals.Length * days.Days.Length) + draft.All<MonthDaysPiece>().Sum(days => days.Days.Length);

    private static WeekdaysPiece WithPartner(WeekdaysPiece days)
    {
        var partner = days.Days[0] <= IsoDayOfWeek.Wednesday ? days.Days[0] + 2 : days.Days[0] - 2;
        return days with { Days = [.. days.Days.Append(partner).Distinct().Order()], Every = true };
    }

    private static WeekdaysPiece Twice(IsoDayOfWeek day, int one, int other) => Proposals.FirstOfMonth(day) with { Ordinals = [one, other] };
}
