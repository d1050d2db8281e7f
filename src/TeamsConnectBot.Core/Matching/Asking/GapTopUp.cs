using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Candidates;

namespace TeamsConnectBot.Core.Matching.Asking;

/// <summary>
/// Fills cards that have room with times that others are already offered: quiet ones first and then, for lack of better ones, those at the
/// edge of a day or in someone's last long block.
/// </summary>
internal static class GapTopUp
{
    public static void Fill(Roster roster, GapBook book)
    {
        Span<ulong> starts = stackalloc ulong[WeekAvailability.Words];
        for (var person = 0; person < roster.Count; person++)
        {
            roster.Either(person, starts);
            while (!book.IsFull(person) && Best(roster, book, person, starts) is { } start)
            {
                book.Take(person, start);
            }
        }
    }

    private static int? Best(Roster roster, GapBook book, int person, ReadOnlySpan<ulong> starts)
    {
        (bool Quiet, int Others, bool OtherDay) best = default;
        int? found = null;
        foreach (var start in StartBits.Of(starts))
        {
            var others = Others(roster, book, person, start);
            var offer = (StartBits.Contains(book.Quiet(person), start), others, !book.HasSameDay(person, start));
            if (others > 0 && book.CanTake(person, start) && offer.CompareTo(best) > 0)
            {
                (best, found) = (offer, start);
            }
        }

        return found;
    }

    private static int Others(Roster roster, GapBook book, int person, int start)
    {
        var online = StartBits.Contains(roster.Online(person), start) ? book.OfferedAcross(person, Bucket.OnlinePlace, start) : 0;
        var office = StartBits.Contains(roster.InOffice(person), start) ? book.OfferedAcross(person, roster.Office[person], start) : 0;
        return Math.Max(online, office);
    }
}
