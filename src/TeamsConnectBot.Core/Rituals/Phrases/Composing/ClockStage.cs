using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>Finds the time and its meaning.</summary>
internal static class ClockStage
{
    private const int EarliestHourOfDay = 7 * 60;
    private static readonly int[] Usual = [9 * 60, 13 * 60, 15 * 60 + 30];

    /// <summary>What has to be clarified; null if the draft has exactly one final time.</summary>
    public static Clarification? Check(ScheduleDraft draft)
    {
        var clocks = draft.All<ClockPiece>();
        if (clocks.Count == 0)
        {
            return draft.Has<TimePiece>() ? null : Missing(draft);
        }

        // '10 uur en 11 uur' has two times, '10 uur 1 uur' a time and a length.
        var certain = clocks
            .FindAll(clock =>
                clock.Form == ClockForm.Certain || (clock.Form == ClockForm.HourWord && clock.Start.Minute >= EarliestHourOfDay))
            .DistinctBy(clock => (clock.Start, clock.End)).ToList();
        var time = certain.FirstOrDefault() ?? clocks.Find(clock => clock.Form == ClockForm.HourWord) ?? clocks[0];
        if (certain.Append(time).FirstOrDefault(clock => !clock.Start.Exists || clock.End is { Exists: false }) is { } impossible)
        {
            var rest = draft.Without(impossible);
            return new(
                QuestionKind.NoSuchTime,
                impossible.At,
                rest.Has<ClockPiece>() ? [rest] : Usual.Select(minute => rest.With(Proposals.At(minute))));
        }

        if (certain.Count > 1)
        {
            return TooMany(draft.Without(certain), certain);
        }

        var others = clocks.FindAll(clock => clock != time);
        draft = draft.Without(clocks).With(others.Where(clock => clock.Form == ClockForm.HourWord)
            .Select(clock => new LengthPiece(Math.Max(0, clock.Start.Minute), clock.At)));
        if (others.Find(clock => clock.Form == ClockForm.Bare) is { } number)
        {
            // A number that is not the time may be the length, as in '15:30 30'.
            ScheduleDraft[] alternatives = [draft.With(time, new LengthPiece(number.Value, number.At)), draft.With(time)];
            return new(QuestionKind.HowLong, number.At, alternatives, Forced: false);
        }

        var part = draft.First<DayPartPiece>()?.Part;
        draft = draft.Without<DayPartPiece>();
        if (TimeMeanings.Of(time, part) is { Count: > 0 } meanings)
        {
            return new(QuestionKind.MorningOrAfternoon, time.At, meanings.Select(meaning => draft.With(meaning)), Forced: false);
        }

        var kind = time.End is null ? QuestionKind.NoSuchTime
            : TimeMeanings.IsReversed(time) ? QuestionKind.EndsBeforeItBegins
            : QuestionKind.HowLong;
        return new(kind, time.At, TimeMeanings.Anything(time).Select(meaning => draft.With(meaning)));
    }

    private static Clarification Missing(ScheduleDraft draft)
    {
        int[] usual = draft.First<DayPartPiece>()?.Part switch
        {
            null => Usual,
            DayPart.Morning => [9 * 60, 10 * 60 + 30],
            DayPart.Afternoon => Usual[1..],
            DayPart.Evening => [19 * 60, 20 * 60],
            DayPart.Lunch => [12 * 60, 12 * 60 + 30, 13 * 60],
            _ => [22 * 60, 0],
        };
        return new(
            QuestionKind.WhichTime, TextSpan.None, usual.Select(minute => draft.Without<DayPartPiece>().With(Proposals.At(minute))));
    }

    private static Clarification TooMany(ScheduleDraft rest, List<ClockPiece> certain)
    {
        var (first, second) = (certain[0], certain[1]);
        IEnumerable<ClockPiece> range = first.End is null && second.End is null ? [first with { End = second.Start }] : [];
        var both = new TextSpan(Math.Min(first.At.Start, second.At.Start), Math.Max(first.At.End, second.At.End));
        return new(QuestionKind.OneTimeOnly, both, range.Concat(certain).Select(clock => rest.With(clock)));
    }
}
