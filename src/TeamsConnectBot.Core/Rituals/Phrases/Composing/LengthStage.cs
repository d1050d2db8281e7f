using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>Finds the length.</summary>
internal static class LengthStage
{
    private const int Default = 30;
    private const int RarelyLonger = 180;
    private static readonly int[] Usual = [Default, 60];

    /// <summary>What has to be clarified; null if the length in minutes is clear.</summary>
    public static Clarification? Check(ScheduleDraft draft, out int minutes)
    {
        var time = draft.First<TimePiece>()!;
        IEnumerable<LengthPiece> ofRange = time.Length is { } length ? [new LengthPiece(length, time.At)] : [];
        List<LengthPiece> all = [.. ofRange.Concat(draft.All<LengthPiece>()).DistinctBy(piece => piece.Minutes)];
        minutes = all.Count == 0 ? Default : all[0].Minutes;
        if (all.Find(piece => piece.Minutes is < 1 or > RitualSchedule.MaxMinutes) is { } impossible)
        {
            return Ask(impossible, Usual);
        }

        // A range states its end explicitly, but a length such as '500 min' is more likely a mistake.
        if (all is [{ Minutes: > RarelyLonger, At.Start: >= 0 } lengthy] && time.Length is null)
        {
            return Ask(lengthy, Usual.Prepend(lengthy.Minutes));
        }

        return all.Count > 1 ? Ask(all[1], all.Select(piece => piece.Minutes)) : null;

        Clarification Ask(LengthPiece about, IEnumerable<int> lengths) => new(QuestionKind.HowLong, about.At, lengths.Select(minutes =>
            draft.Without<LengthPiece>().Replace(time, time with { Length = null }, new LengthPiece(minutes, TextSpan.None))));
    }
}
