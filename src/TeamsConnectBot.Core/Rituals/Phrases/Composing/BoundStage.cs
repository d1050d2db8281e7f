using NodaTime;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>Finds the first one and the last, and makes the schedule.</summary>
internal sealed class BoundStage(PhraseContext context, LocalTime start, int minutes)
{
    private const int MostTimes = 9999;
    private readonly LocalDate today = context.Now.InZone(context.Zone).Date;

    /// <summary>The doubt there is; null with the schedule.</summary>
    public Doubt? Check(Draft draft, DayPlan days, out RitualSchedule? schedule)
    {
        schedule = null;
        var bounds = draft.Pieces.Where(piece => piece is FromPiece or UntilPiece or LastingPiece or CountPiece { Count: not 1 }).ToList();
        if (days.Date is { } date)
        {
            schedule = new RitualSchedule(null, date, start, minutes, context.Zone);
            return bounds.Count == 0 || (bounds is [FromPiece only] && only.Date == date) ? null : new Doubt(QuestionKind.Contradiction, bounds[0].At, [draft.Without(bounds)]);
        }

        var ends = draft.Pieces.Where(piece => piece is UntilPiece or LastingPiece or CountPiece).ToList();
        return Beyond(draft, bounds, ends) ?? Make(draft, days, ends, out schedule);
    }

    private Doubt? Beyond(Draft draft, List<Piece> bounds, List<Piece> ends)
    {
        if (ends.Count > 1)
        {
            return new Doubt(QuestionKind.Contradiction, ends[1].At, ends.Select(end => draft.Without(ends).With(end)));
        }

        var froms = bounds.OfType<FromPiece>().ToList();
        if (froms.DistinctBy(from => from.Date).Count() > 1)
        {
            return new Doubt(QuestionKind.Contradiction, froms[1].At, froms.Select(from => draft.Without(froms).With(from)));
        }

        if (froms.Find(from => from.Date < today) is { } past)
        {
            return new Doubt(QuestionKind.DateHasPassed, past.At, [draft.Without(past)]);
        }

        return ends.FirstOrDefault() is CountPiece { Count: < 1 or > MostTimes } count ? new Doubt(QuestionKind.NotPossible, count.At, [draft.Without(count)]) : null;
    }

    private Doubt? Make(Draft draft, DayPlan days, List<Piece> ends, out RitualSchedule? schedule)
    {
        schedule = null;
        var from = draft.First<FromPiece>()?.Date ?? today;
        var endless = First(days, days.Rule!, from);
        if (endless is null)
        {
            return new Doubt(QuestionKind.NoSuchDate, Span.None, []);
        }

        var rule = ends.FirstOrDefault() switch
        {
            CountPiece count => days.Rule! with { Count = count.Count },
            LastingPiece lasting => days.Rule! with { Until = endless.First.Plus(lasting.Period).PlusDays(-1) },
            UntilPiece until => days.Rule! with { Until = until.Included == false ? until.Date.PlusDays(-1) : until.Date },
            _ => days.Rule!,
        };
        if (rule.Until < endless.First)
        {
            return new Doubt(QuestionKind.NeverHappens, ends[0].At, [draft.Without(ends), draft.Without(ends).With(new CountPiece(10, Span.None))]);
        }

        schedule = First(days, rule, from);
        if (ends.FirstOrDefault() is UntilPiece { Included: null } open && schedule!.On(open.Date) is not null)
        {
            return new Doubt(
                QuestionKind.LastDateIncluded, open.At, [draft.Replace(open, open with { Included = true }), draft.Replace(open, open with { Included = false })], Forced: false);
        }

        return null;
    }

    private RitualSchedule? First(DayPlan days, RecurrenceRule rule, LocalDate from)
    {
        var endless = days.Rule! with { Interval = 1, Count = null, Until = null };
        var first = RitualSchedule.Beginning(endless, from, context.Now, start, minutes, context.Zone)?.First;
        while (first is { } early && days.BeginsIn?.Contains(early.Month) == false)
        {
            first = RitualSchedule.Beginning(endless, early.PlusMonths(1).With(DateAdjusters.StartOfMonth), context.Now, start, minutes, context.Zone)?.First;
        }

        return first is null || rule.Until < first ? null : new RitualSchedule(rule, first.Value, start, minutes, context.Zone);
    }
}
