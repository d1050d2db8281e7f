using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Candidates;

namespace TeamsConnectBot.Core.Matching.Asking;

/// <summary>Gives someone whose gaps lead to nobody they may meet a gap that does, together with one of their candidates.</summary>
internal sealed class GapRepair(Roster roster, GapBook book, PairRules pairs, int[][] candidates)
{
    // Mending one card may take from another; that soon settles, or goes round in circles.
    private const int Passes = 4;

    private readonly Dictionary<int, List<int>> offeredAt = [];

    /// <summary>Mends what can be mended, and says of each person whether their gaps lead to somebody.</summary>
    public bool[] Run()
    {
        for (var person = 0; person < roster.Count; person++)
        {
            foreach (var start in book.Of(person))
            {
                At(start).Add(person);
            }
        }

        for (var (pass, mended) = (0, true); mended && pass < Passes; pass++)
        {
            mended = false;
            for (var person = 0; person < roster.Count; person++)
            {
                if (candidates[person].Length > 0 && !LeadsSomewhere(person))
                {
                    Mend(person);
                    mended = true;
                }
            }
        }

        return [.. Enumerable.Range(0, roster.Count).Select(LeadsSomewhere)];
    }

    private bool LeadsSomewhere(int person) => book.Of(person).Any(start => Leads(person, start));

    private bool Leads(int person, int start)
    {
        foreach (var other in At(start))
        {
            if (roster.ShareStart(person, other, start) && pairs.Allow(person, other))
            {
                return true;
            }
        }

        return false;
    }

    private void Mend(int person)
    {
        foreach (var other in candidates[person])
        {
            foreach (var start in book.Of(other))
            {
                if (roster.ShareStart(person, other, start))
                {
                    Offer(person, start);
                    return;
                }
            }
        }

        // Nobody's gaps fit, so somebody with room, or else with a gap to spare, is offered one that does.
        _ = AskAnother(person, book.CanTake) || AskAnother(person, CanMakeRoom) || AskAnother(person, (other, _) => HasRoomOrSpare(other));
    }

    private bool AskAnother(int person, Func<int, int, bool> canTake)
    {
        foreach (var other in candidates[person])
        {
            if (CommonStart(person, other, start => canTake(other, start)) is { } start)
            {
                Offer(other, start);
                Offer(person, start);
                return true;
            }
        }

        return false;
    }

    private bool CanMakeRoom(int person, int start) =>
        book.Of(person).Where(gap => book.Touches(gap, start)).All(gap => !IsNeeded(person, gap))
        && (!book.IsFull(person) || book.Of(person).Any(gap => !IsNeeded(person, gap)));

    /// <summary>Whether somebody would have no gap that leads anywhere if this person gave one up.</summary>
    private bool IsNeeded(int person, int gap) =>
        At(gap).Exists(other => roster.ShareStart(person, other, gap) && pairs.Allow(person, other)
            && !book.Of(other).Any(start => At(start).Exists(third =>
                (third != person || start != gap) && roster.ShareStart(other, third, start) && pairs.Allow(other, third))));

    private bool HasRoomOrSpare(int person) =>
        !book.IsFull(person) || book.Of(person).Count > 1 || !LeadsSomewhere(person);

    private int? CommonStart(int one, int other, Func<int, bool> wanted)
    {
        Span<ulong> starts = stackalloc ulong[WeekAvailability.Words];
        Span<ulong> more = stackalloc ulong[WeekAvailability.Words];
        roster.Either(one, starts);
        roster.Either(other, more);
        StartBits.And(starts, more);
        int? common = null;
        foreach (var start in StartBits.Of(starts))
        {
            if (roster.ShareStart(one, other, start) && wanted(start))
            {
                common ??= start;
                if (StartBits.Contains(book.Quiet(one), start) && StartBits.Contains(book.Quiet(other), start))
                {
                    return start;
                }
            }
        }

        return common;
    }

    private void Offer(int person, int start)
    {
        foreach (var overlapping in book.Of(person).Where(gap => book.Touches(gap, start)).ToArray())
        {
            Withdraw(person, overlapping);
        }

        if (book.IsFull(person))
        {
            Withdraw(person, book.Of(person).OrderBy(gap => IsNeeded(person, gap)).ThenBy(gap => Leads(person, gap)).ThenByDescending(gap => At(gap).Count).First());
        }

        book.Take(person, start);
        At(start).Add(person);
    }

    private void Withdraw(int person, int start)
    {
        book.Drop(person, start);
        At(start).Remove(person);
    }

    private List<int> At(int start)
    {
        if (!offeredAt.TryGetValue(start, out var people))
        {
            offeredAt[start] = people = [];
        }

        return people;
    }
}
