using System.Runtime.InteropServices;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Candidates;

namespace TeamsConnectBot.Core.Matching.Asking;

/// <summary>
/// If none of a person's gaps is shared with somebody they may meet, offers them a gap that one of their candidates has or also gets. Two
/// people in a season are offered gaps they share.
/// </summary>
internal sealed class GapRepair(Roster roster, GapBook book, PairRules pairs, int[][] candidates)
{
    // Repairing one card may take a gap from another. The repairs either converge within a few passes or never do.
    private const int Passes = 4;

    // So that the rest of the card still suits other people: either of the two may not be able to come this time.
    private const int GapsTogether = 2;

    private readonly Dictionary<int, List<int>> offeredAt = [];

    // What two people in a season share is not given up for anybody else.
    private readonly HashSet<(int Person, int Start)> kept = [];

    /// <summary>Repairs the cards it can.</summary>
    /// <param name="together">The pairs who must be offered gaps that they share.</param>
    /// <returns>For each person, whether any of their gaps is shared with somebody they may meet.</returns>
    public bool[] Run(IReadOnlyList<(int One, int Other)> together)
    {
        foreach (var person in roster.Everyone)
        {
            foreach (var start in book.Of(person))
            {
                At(start).Add(person);
            }
        }

        var seasons = together.SelectMany(pair => new[] { pair.One, pair.Other }).CountBy(person => person).ToDictionary();
        foreach (var (one, other) in together)
        {
            // One each when somebody is in several seasons, as can be in a pool with two sides: a card holds only a few gaps.
            OfferTogether(one, other, Math.Max(seasons[one], seasons[other]) > 1 ? 1 : Math.Min(GapsTogether, book.Most));
        }

        for (var (pass, repaired) = (0, true); repaired && pass < Passes; pass++)
        {
            repaired = false;
            foreach (var person in roster.Everyone.Where(person => candidates[person].Length > 0 && !LeadsSomewhere(person)))
            {
                Repair(person);
                repaired = true;
            }
        }

        return [.. roster.Everyone.Select(LeadsSomewhere)];
    }

    private bool LeadsSomewhere(int person) => book.Of(person).Any(start => Leads(person, start));

    private bool Leads(int person, int start) => At(start).Exists(other => CouldMeet(person, other, start));

    private bool CouldMeet(int person, int other, int start) => roster.ShareStart(person, other, start) && pairs.Allow(person, other);

    private void OfferTogether(int one, int other, int gaps)
    {
        bool IsShared(int start) => book.Has(one, start) && book.Has(other, start) && roster.ShareStart(one, other, start);
        bool IsNew(int start) => !book.Of(one).Any(shared => IsShared(shared) && book.Touches(shared, start));
        while (book.Of(one).Count(IsShared) < gaps
            && (CommonStart(one, other, start => IsNew(start) && (book.Has(one, start) || book.Has(other, start)))
                ?? CommonStart(one, other, IsNew)) is { } start)
        {
            foreach (var person in new[] { one, other }.Where(person => !book.Has(person, start)))
            {
                Offer(person, start);
            }

            kept.Add((one, start));
            kept.Add((other, start));
        }

        kept.UnionWith(book.Of(one).Where(IsShared).SelectMany(start => new[] { (one, start), (other, start) }));
    }

    private void Repair(int person)
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

        // None of the candidates' gaps suits this person, so both are offered a new one: preferably with a candidate whose card has room,
        // otherwise with one who can give up a gap.
        _ = TryOfferBoth(person, book.CanTake)
            || TryOfferBoth(person, CanMakeRoom)
            || TryOfferBoth(person, (other, _) => HasRoomOrSpare(other));
    }

    private bool TryOfferBoth(int person, Func<int, int, bool> canTake)
    {
        foreach (var other in candidates[person])
        {
            if (CommonStart(person, other, start => canTake(other, start) && LeavesWhatIsKept(other, start)) is { } start)
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

    private bool LeavesWhatIsKept(int person, int start) =>
        !book.Of(person).Any(gap => kept.Contains((person, gap)) && book.Touches(gap, start))
        && (!book.IsFull(person) || book.Of(person).Any(gap => !kept.Contains((person, gap))));

    /// <summary>Whether giving up this gap would leave another person without any gap shared with somebody they may meet.</summary>
    private bool IsNeeded(int person, int gap) =>
        At(gap).Exists(other => CouldMeet(person, other, gap) && !book.Of(other).Any(start =>
            At(start).Exists(third => (third != person || start != gap) && CouldMeet(other, third, start))));

    private bool HasRoomOrSpare(int person) =>
        !book.IsFull(person) || book.Of(person).Count > 1 || !LeadsSomewhere(person);

    private int? CommonStart(int one, int other, Func<int, bool> isWanted)
    {
        Span<ulong> starts = stackalloc ulong[WeekAvailability.Words];
        Span<ulong> more = stackalloc ulong[WeekAvailability.Words];
        roster.Either(one, starts);
        roster.Either(other, more);
        StartBits.And(starts, more);
        int? common = null;
        foreach (var start in StartBits.Of(starts))
        {
            if (roster.ShareStart(one, other, start) && isWanted(start))
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
            Withdraw(
                person,
                book.Of(person).MinBy(gap => (kept.Contains((person, gap)), IsNeeded(person, gap), Leads(person, gap), -At(gap).Count)));
        }

        book.Take(person, start);
        At(start).Add(person);
    }

    private void Withdraw(int person, int start)
    {
        book.Drop(person, start);
        At(start).Remove(person);
    }

    private List<int> At(int start) => CollectionsMarshal.GetValueRefOrAddDefault(offeredAt, start, out _) ??= [];
}
