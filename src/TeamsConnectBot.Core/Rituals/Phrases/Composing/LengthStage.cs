using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>Finds the one length.</summary>
internal static class LengthStage
{
    private const int Otherwise = 30;
    private const int SeldomLonger = 180;
    private static readonly int[] Usual = [Otherwise, 60];

    /// <summary>The doubt there is; null with the length in minutes.</summary>
    public static Doubt? Check(Draft draft, out int minutes)
    {
        var written = draft.All<LengthPiece>();
        var time = draft.First<TimePiece>();
        var ranges = time is { Length: { } length } ? [new LengthPiece(length, time.At)] : new List<LengthPiece>();
        List<LengthPiece> all = [.. ranges.Concat(written).DistinctBy(piece => piece.Minutes)];
        minutes = all.Count == 0 ? Otherwise : all[0].Minutes;
        if (all.Find(piece => piece.Minutes is < 1 or > RitualSchedule.MostMinutes) is { } impossible)
        {
            return new Doubt(QuestionKind.HowLong, impossible.At, Usual.Select(usual => With(draft, time!, usual)));
        }

        // A range says its end itself; '500 min' is more often a slip.
        if (all is [{ Minutes: > SeldomLonger, At.Start: >= 0 } lengthy] && time is not { Length: not null })
        {
            return new Doubt(QuestionKind.HowLong, lengthy.At, Usual.Prepend(lengthy.Minutes).Select(usual => With(draft, time!, usual)));
        }

        return all.Count > 1 ? new Doubt(QuestionKind.HowLong, all[1].At, all.Select(piece => With(draft, time!, piece.Minutes))) : null;
    }

    private static Draft With(Draft draft, TimePiece time, int minutes) =>
        draft.Without(draft.All<LengthPiece>()).Replace(time, time with { Length = null }, new LengthPiece(minutes, Span.None));
}
