using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>Reduces everything about frequency to one interval.</summary>
internal static class IntervalStage
{
    /// <summary>What has to be clarified; null if the simplified draft has at most one interval.</summary>
    public static Clarification? Check(ScheduleDraft draft)
    {
        if (draft.All<TimesPerPiece>().Find(piece => piece.Times != 1) is { } times && SeveralTimes(draft, times) is { } clarification)
        {
            return clarification;
        }

        draft = Simplify(draft);
        var intervals = draft.All<IntervalPiece>().DistinctBy(piece => (piece.Frequency, piece.Count, piece.IsQuarters)).ToList();
        var rest = draft.Without<IntervalPiece>();
        return intervals.Count > 1
            ? new(QuestionKind.Contradiction, intervals[1].At, intervals.Select(interval => rest.With(interval)))
            : null;
    }

    /// <summary>'Once a week' becomes every week, and 'every other Tuesday' becomes every two weeks on Tuesday.</summary>
    public static ScheduleDraft Simplify(ScheduleDraft draft)
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

    // 'Twice a week' is only clear together with two days.
    private static Clarification? SeveralTimes(ScheduleDraft draft, TimesPerPiece times)
    {
        var rest = draft.Without(times);
        var weekdays = draft.First<WeekdaysPiece>();
        var weekly = new IntervalPiece(times.Frequency, 1, times.At);
        switch (times)
        {
            case { Frequency: RecurrenceFrequency.Weekly, Times: >= 2 and <= 7 } when weekdays is not null:
                return weekdays.Days.Length == times.Times
                    ? null
                    : new(QuestionKind.Contradiction, times.At, [rest.Replace(weekdays, WithPartner(weekdays)), rest.With(weekly)]);
            case { Frequency: RecurrenceFrequency.Weekly, Times: 2 }:
                return Ask(
                    QuestionKind.WhichDay,
                    Proposals.Every(IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday),
                    Proposals.Every(IsoDayOfWeek.Monday, IsoDayOfWeek.Wednesday));
            case { Frequency: RecurrenceFrequency.Weekly, Times: 3 }:
                return Ask(
                    QuestionKind.WhichDay,
                    Proposals.Every(IsoDayOfWeek.Monday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Friday),
                    Proposals.Every(IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday));
            case { Frequency: RecurrenceFrequency.Monthly } when DaysAMonth(draft) == times.Times:
                return null;
            case { Frequency: RecurrenceFrequency.Monthly, Times: 2 }:
                var day = weekdays?.Days[0] ?? IsoDayOfWeek.Monday;
                rest = weekdays is null ? rest : rest.Without(weekdays);
                return Ask(QuestionKind.WhichDayOfMonth, Proposals.OfMonth(day, 1, 3), Proposals.OfMonth(day, 2, 4));
            default:
                return Ask(QuestionKind.NotPossible, weekly, Proposals.EveryWorkingDay);
        }

        Clarification Ask(QuestionKind kind, Piece one, Piece other) => new(kind, times.At, [rest.With(one), rest.With(other)]);
    }

    private static int DaysAMonth(ScheduleDraft draft) =>
        draft.All<WeekdaysPiece>().Sum(days => days.Ordinals.Length * days.Days.Length) + draft.All<MonthDaysPiece>()
            .Sum(days => days.Days.Length);

    private static WeekdaysPiece WithPartner(WeekdaysPiece days)
    {
        var partner = days.Days[0] <= IsoDayOfWeek.Wednesday ? days.Days[0] + 2 : days.Days[0] - 2;
        return days with { Days = [.. days.Days.Append(partner).Distinct().Order()], Every = true };
    }
}
