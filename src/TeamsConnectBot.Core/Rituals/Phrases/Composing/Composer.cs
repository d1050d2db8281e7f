using NodaTime;
using TeamsConnectBot.Core.Rituals.Phrases.Lexing;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>
/// Makes a schedule of pieces, or a question. A doubt is settled by making the schedule of each alternative: what comes out are the
/// proposals, and an alternative nothing can be made of is no doubt.
/// </summary>
internal sealed class Composer(PhraseContext context, Language language, CleanText text)
{
    private const int MostProposals = 3;
    private const int Deepest = 6;
    private const int LongestPiece = 60;

    /// <summary>Reads a draft.</summary>
    public PhraseReading Compose(Draft draft) => Compose(draft, 0);

    private PhraseReading Compose(Draft draft, int depth)
    {
        var doubt = WordsStage.Check(draft) ?? DayFirst(draft) ?? ClockStage.Check(draft);
        if (doubt is not null)
        {
            return Settle(doubt, depth);
        }

        doubt = LengthStage.Check(draft, out var minutes);
        if (doubt is not null)
        {
            return Settle(doubt, depth);
        }

        var start = LocalTime.FromMinutesSinceMidnight(draft.First<TimePiece>()!.Minute);
        doubt = new DayStage(context, start).Check(draft, out var days);
        if (doubt is not null)
        {
            return Settle(doubt, depth);
        }

        doubt = new BoundStage(context, start, minutes).Check(draft, days!, out var schedule);
        return doubt is not null ? Settle(doubt, depth) : new Understood(schedule!, draft.First<NamePiece>()?.Name, language)
        {
            SaysLength = draft.Has<LengthPiece>() || draft.First<TimePiece>() is { Length: not null },
        };
    }

    // 'Wekelijks koffie' says neither the day nor the time: nobody thinks of the time first.
    private Doubt? DayFirst(Draft draft)
    {
        if (draft.Has<TimePiece>() || draft.Has<ClockPiece>())
        {
            return null;
        }

        var doubt = new DayStage(context, LocalTime.Noon).Check(draft, out _);
        return doubt is { Kind: QuestionKind.WhichDay or QuestionKind.WhichDayOfMonth } ? doubt : null;
    }

    private PhraseReading Settle(Doubt doubt, int depth)
    {
        var results = depth < Deepest ? doubt.Alternatives.Take(MostProposals + 1).Select(draft => Compose(draft, depth + 1)).ToList() : [];
        var clear = results.OfType<Understood>().DistinctBy(each => (each.Schedule, each.Name)).ToList();

        // One of each alternative first, so that every one of them gets its button.
        var proposals = results.SelectMany(Proposals).OrderBy(each => each.Rank).Select(each => each.Reading).DistinctBy(each => (each.Schedule, each.Name)).Take(MostProposals);

        // What has one meaning only is no doubt, whatever else there is to ask.
        if (!doubt.Forced && results.Count == 1)
        {
            return results[0];
        }

        return !doubt.Forced && clear.Count == 1 ? clear[0] : new Question(doubt.Kind, Words(doubt.At), [.. proposals], language);
    }

    private static IEnumerable<(int Rank, Understood Reading)> Proposals(PhraseReading result) => result switch
    {
        Understood understood => [(0, understood)],
        Question question => question.Readings.Select((reading, index) => (index, reading)),
        _ => [],
    };

    private string Words(Span at)
    {
        if (at.Start < 0)
        {
            return "";
        }

        var words = text.Written[at.Start..at.End].Trim();
        return words.Length <= LongestPiece ? words : words[..(LongestPiece - 1)] + "…";
    }
}
