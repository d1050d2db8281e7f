using TeamsConnectBot.Core.Rituals.Phrases.Lexing;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>
/// Turns pieces into a schedule or a question. To settle a clarification, it composes each alternative: the schedules that result are the
/// proposals, and an alternative without a schedule is not a possible meaning.
/// </summary>
internal sealed class Composer(PhraseContext context, Language language, CleanText text)
{
    private const int MaxProposals = 3;
    private const int MaxDepth = 6;
    private const int LongestPiece = 60;

    /// <summary>Composes a draft.</summary>
    public PhraseReading Compose(ScheduleDraft draft) => Compose(draft, 0);

    private PhraseReading Compose(ScheduleDraft draft, int depth)
    {
        var (minutes, days, schedule) = (0, (DayPlan?)null, (RitualSchedule?)null);
        var clarification = WordsStage.Check(draft) ?? DayFirst(draft) ?? ClockStage.Check(draft) ?? LengthStage.Check(draft, out minutes)
            ?? new DayStage(context, StartOf(draft)).Check(draft, out days)
            ?? new BoundStage(context, StartOf(draft), minutes).Check(draft, days!, out schedule);
        return clarification is not null
            ? Settle(draft, clarification, depth)
            : new Understood(schedule!, draft.First<NamePiece>()?.Name, language)
        {
            SaysLength = draft.Has<LengthPiece>() || draft.First<TimePiece>() is { Length: not null },
        };
    }

    private static LocalTime StartOf(ScheduleDraft draft) => LocalTime.FromMinutesSinceMidnight(draft.First<TimePiece>()!.Minute);

    // 'Wekelijks koffie' has neither a day nor a time: the day is asked first.
    private Clarification? DayFirst(ScheduleDraft draft) =>
        !draft.Has<TimePiece>() && !draft.Has<ClockPiece>()
        && new DayStage(context, LocalTime.Noon).Check(draft, out _) is { Kind: QuestionKind.WhichDay or QuestionKind.WhichDayOfMonth } day
            ? day
            : null;

    private PhraseReading Settle(ScheduleDraft draft, Clarification clarification, int depth)
    {
        List<PhraseReading> results = depth < MaxDepth
            ? [.. clarification.Alternatives.Take(MaxProposals + 1).Select(other => Compose(other, depth + 1))]
            : [];
        var clear = results.OfType<Understood>().DistinctBy(each => (each.Schedule, each.Name)).ToList();

        // If only one meaning is possible, this question is skipped; the result may still be another question.
        if (!clarification.Forced && (results.Count == 1 || clear.Count == 1))
        {
            return results.Count == 1 ? results[0] : clear[0];
        }

        // The best proposal of each alternative comes first, so that each alternative gets its button.
        var proposals = results.SelectMany(Proposed).OrderBy(each => each.Rank).Select(each => each.Reading)
            .DistinctBy(each => (each.Schedule, each.Name)).Take(MaxProposals);
        return new Question(clarification.Kind, Words(clarification.At), [.. proposals], language)
        {
            LacksTime = !draft.Has<TimePiece>() && !draft.Has<ClockPiece>() && !draft.Has<DayPartPiece>(),
        };
    }

    private static IEnumerable<(int Rank, Understood Reading)> Proposed(PhraseReading result) => result switch
    {
        Understood understood => [(0, understood)],
        Question question => question.Readings.Select((reading, index) => (index, reading)),
        _ => [],
    };

    private string Words(TextSpan at)
    {
        var words = at.Start < 0 ? "" : text.Written[at.Start..at.End].Trim();
        return words.Length <= LongestPiece ? words : words[..(LongestPiece - 1)] + "…";
    }
}
