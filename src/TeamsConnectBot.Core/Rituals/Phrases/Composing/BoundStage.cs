using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>Finds the first and last occurrence, and makes the schedule.</summary>
internal sealed class BoundStage(PhraseContext context, LocalTime start, int minutes)
{
    private const int MaxCount = 9999;

    /// <summary>What has to be clarified; null if the schedule was made.</summary>
    public Clarification? Check(ScheduleDraft draft, DayPlan days, out RitualSchedule? schedule)
    {
        schedule = null;
        if (days.Date is { } date)
        {
            schedule = new RitualSchedule(null, date, start, minutes, context.Zone);
            var bounds = draft.Pieces.Where(piece =>
                piece is UntilPiece or LastingPiece or CountPiece { Count: not 1 } or FromPiece).ToList();
            return bounds is [] || (bounds is [FromPiece only] && only.Date == date)
                ? null
                : new(QuestionKind.Contradiction, bounds[0].At, [draft.Without(bounds)]);
        }

        var ends = draft.Pieces.Where(piece => piece is UntilPiece or LastingPiece or CountPiece).ToList();
        return ImpossibleBounds(draft, ends) ?? Make(draft, days, days.Rule!, ends.FirstOrDefault(), out schedule);
    }

    private Clarification? ImpossibleBounds(ScheduleDraft draft, List<Piece> ends)
    {
        if (ends.Count > 1)
        {
            return new(QuestionKind.Contradiction, ends[1].At, ends.Select(end => draft.Without(ends).With(end)));
        }

        var froms = draft.All<FromPiece>();
        if (froms.DistinctBy(from => from.Date).Count() > 1)
        {
            return new(QuestionKind.Contradiction, froms[1].At, froms.Select(from => draft.Without(froms).With(from)));
        }

        if (froms.Find(from => from.Date < context.Today) is { } past)
        {
            return new(QuestionKind.DateHasPassed, past.At, [draft.Without(past)]);
        }

        return ends is [CountPiece { Count: < 1 or > MaxCount } count]
            ? new(QuestionKind.NotPossible, count.At, [draft.Without(count)])
            : null;
    }

    private Clarification? Make(ScheduleDraft draft, DayPlan days, RecurrenceRule endless, Piece? end, out RitualSchedule? schedule)
    {
        schedule = null;
        if (First(days, endless, draft.First<FromPiece>()?.Date ?? context.Today) is not { } first)
        {
            return new(QuestionKind.NoSuchDate, TextSpan.None, []);
        }

        var rule = end switch
        {
            CountPiece count => endless with { Count = count.Count },
            LastingPiece lasting => endless with { Until = first.Plus(lasting.Period).PlusDays(-1) },
            UntilPiece until => endless with { Until = until.Included == false ? until.Date.PlusDays(-1) : until.Date },
            _ => endless,
        };
        if (rule.Until < first)
        {
            var rest = draft.Without(end!);
            return new(QuestionKind.NeverHappens, end!.At, [rest, rest.With(new CountPiece(10, TextSpan.None))]);
        }

        schedule = new RitualSchedule(rule, first, start, minutes, context.Zone);
        if (end is UntilPiece { Included: null } open && schedule.On(open.Date) is not null)
        {
            bool[] answers = [true, false];
            var alternatives = answers.Select(included => draft.Replace(open, open with { Included = included }));
            return new(QuestionKind.LastDateIncluded, open.At, alternatives, Forced: false);
        }

        return null;
    }

    private LocalDate? First(DayPlan days, RecurrenceRule endless, LocalDate from)
    {
        while (true)
        {
            var first = RitualSchedule.Beginning(endless with { Interval = 1 }, from, context.Now, start, minutes, context.Zone)?.First;
            if (first is not { } date || days.BeginsIn?.Contains(date.Month) != false)
            {
                return first;
            }

            from = date.PlusMonths(1).With(DateAdjusters.StartOfMonth);
        }
    }
}
