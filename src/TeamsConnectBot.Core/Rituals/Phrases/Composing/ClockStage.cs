using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>Finds the one time, and what it can stand for.</summary>
internal static class ClockStage
{
    private static readonly int[] Usual = [9 * 60, 13 * 60, 15 * 60 + 30];
    private const int LeastHourOfDay = 7 * 60;
    private static readonly int[] UsualMornings = [9 * 60, 10 * 60 + 30];
    private static readonly int[] UsualEvenings = [19 * 60, 20 * 60];
    private static readonly int[] UsualNights = [22 * 60, 0];
    private static readonly int[] UsualLunches = [12 * 60, 12 * 60 + 30, 13 * 60];

    /// <summary>The doubt there is; null when the draft has exactly one decided time.</summary>
    public static Doubt? Check(Draft draft)
    {
        var clocks = draft.All<ClockPiece>();
        if (clocks.Count == 0)
        {
            return draft.Has<TimePiece>() ? null : Missing(draft);
        }

        // '10 uur en 11 uur' are two times, '10 uur 1 uur' a time and a length.
        var certain = clocks.FindAll(clock => clock.Form == ClockForm.Certain || (clock.Form == ClockForm.HourWord && clock.Start.Minute >= LeastHourOfDay)).DistinctBy(clock => (clock.Start, clock.End)).ToList();
        var time = certain.FirstOrDefault() ?? clocks.Find(clock => clock.Form == ClockForm.HourWord) ?? clocks[0];
        if (certain.Append(time).FirstOrDefault(clock => !clock.Start.Exists || clock.End is { Exists: false }) is { } impossible)
        {
            var rest = draft.Without(impossible);
            return new Doubt(
                QuestionKind.NoSuchTime, impossible.At, rest.Has<ClockPiece>() ? [rest] : Usual.Select(minute => rest.With(new TimePiece(minute, null, Span.None))));
        }

        if (certain.Count > 1)
        {
            return TooMany(draft.Without(certain), certain);
        }

        var others = clocks.FindAll(clock => clock != time);
        draft = draft.Without(clocks).With(others.FindAll(clock => clock.Form == ClockForm.HourWord).Select(clock => new LengthPiece(Math.Max(0, clock.Start.Minute), clock.At)));
        if (others.Find(clock => clock.Form == ClockForm.Bare) is { } number)
        {
            // A number that is no time, as in '15:30 30', is perhaps the length.
            return new Doubt(QuestionKind.HowLong, number.At, [draft.With(time, new LengthPiece(number.Value, number.At)), draft.With(time)], Forced: false);
        }

        var parts = draft.All<DayPartPiece>();
        var meanings = TimeMeanings.Of(time, parts.Count == 0 ? null : parts[0].Part);
        return meanings.Count > 0
            ? new Doubt(QuestionKind.MorningOrAfternoon, time.At, meanings.Select(meaning => draft.Without(parts).With(meaning)), Forced: false)
            : new Doubt(
                time.End is null ? QuestionKind.NoSuchTime
                    : TimeMeanings.IsReversed(time) ? QuestionKind.EndsBeforeItBegins
                    : QuestionKind.HowLong,
                time.At,
                TimeMeanings.Anything(time).Select(meaning => draft.Without(parts).With(meaning)));
    }

    private static Doubt Missing(Draft draft)
    {
        var parts = draft.All<DayPartPiece>();
        int[] usual = parts is [var part, ..]
            ? part.Part switch
            {
                DayPart.Morning => UsualMornings,
                DayPart.Afternoon => Usual[1..],
                DayPart.Evening => UsualEvenings,
                DayPart.Lunch => UsualLunches,
                _ => UsualNights,
            }
            : Usual;
        return new Doubt(QuestionKind.WhichTime, Span.None, usual.Select(minute => draft.Without(parts).With(new TimePiece(minute, null, Span.None))));
    }

    private static Doubt TooMany(Draft rest, List<ClockPiece> certain)
    {
        var (first, second) = (certain[0], certain[1]);
        var range = first.End is null && second.End is null ? [first with { End = second.Start }] : Enumerable.Empty<ClockPiece>();
        return new Doubt(
            QuestionKind.OneTimeOnly, new Span(Math.Min(first.At.Start, second.At.Start), Math.Max(first.At.End, second.At.End)), range.Concat(certain).Select(clock => rest.With(clock)));
    }
}
