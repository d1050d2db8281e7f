using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Candidates;

namespace TeamsConnectBot.Core.Matching.Asking;

/// <summary>
/// In a small pool every pair is known, so the cards are tuned one person at a time: each takes the gaps that most raise
/// the expected number of people who find somebody they may meet, until nobody's change helps.
/// </summary>
internal sealed class GapTuning
{
    private const int Sweeps = 6;
    private const double Worthwhile = 0.001;
    private const double Unquiet = 0.05;
    private const double SameDay = 0.002;

    private readonly Roster roster;
    private readonly GapBook book;
    private readonly int[][] candidates;
    private readonly int most;
    private readonly double[] miss;
    private readonly double[] staysAway;
    private readonly double[] ownFactor = new double[Week.QuarterHours];
    private readonly double[] othersGain = new double[Week.QuarterHours];

    public GapTuning(Roster roster, GapBook book, int[][] candidates, int most)
    {
        (this.roster, this.book, this.candidates, this.most) = (roster, book, candidates, most);
        staysAway = [.. Enumerable.Range(0, most + 1).Select(shared => 1 - Chances.Meets(shared))];
        miss = new double[roster.Count];
        for (var person = 0; person < roster.Count; person++)
        {
            miss[person] = 1;
            foreach (var other in candidates[person])
            {
                miss[person] *= staysAway[Shared(person, other)];
            }
        }
    }

    public void Run(ulong seed, CancellationToken cancellationToken)
    {
        int[] order = [.. Enumerable.Range(0, roster.Count)];
        var chance = new Mix(seed);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            chance.Shuffle(order);
            var changed = false;
            foreach (var person in order)
            {
                changed |= Improve(person);
            }

            if (!changed)
            {
                return;
            }
        }
    }

    private bool Improve(int person)
    {
        int[] before = [.. book.Of(person)];
        var valueBefore = Value(person);
        foreach (var start in before)
        {
            Change(person, start, add: false);
        }

        while (book.Of(person).Count < most && Best(person) is { } start)
        {
            Change(person, start, add: true);
        }

        if (Value(person) > valueBefore + Worthwhile)
        {
            return true;
        }

        foreach (var start in book.Of(person).ToArray())
        {
            Change(person, start, add: false);
        }

        foreach (var start in before)
        {
            Change(person, start, add: true);
        }

        return false;
    }

    private int? Best(int person)
    {
        Weigh(person);
        Span<ulong> starts = stackalloc ulong[WeekAvailability.Words];
        roster.Either(person, starts);
        int? best = null;
        var bestGain = 0.0;
        foreach (var start in StartBits.Of(starts))
        {
            var gain = othersGain[start] + (miss[person] * (1 - ownFactor[start])) - Price(person, start);
            if (gain > bestGain && !book.Overlaps(person, start))
            {
                (best, bestGain) = (start, gain);
            }
        }

        return best;
    }

    private void Weigh(int person)
    {
        Array.Fill(ownFactor, 1);
        Array.Clear(othersGain);
        foreach (var other in candidates[person])
        {
            var shared = Shared(person, other);
            if (shared == most)
            {
                continue;
            }

            var factor = staysAway[shared + 1] / staysAway[shared];
            foreach (var start in book.Of(other))
            {
                if (roster.ShareStart(person, other, start))
                {
                    ownFactor[start] *= factor;
                    othersGain[start] += miss[other] * (1 - factor);
                }
            }
        }
    }

    private void Change(int person, int start, bool add)
    {
        foreach (var other in candidates[person])
        {
            if (book.Has(other, start) && roster.ShareStart(person, other, start))
            {
                var shared = Shared(person, other);
                var factor = staysAway[shared + (add ? 1 : -1)] / staysAway[shared];
                miss[person] *= factor;
                miss[other] *= factor;
            }
        }

        if (add)
        {
            book.Take(person, start);
        }
        else
        {
            book.Drop(person, start);
        }
    }

    private double Value(int person) =>
        1 - miss[person] + candidates[person].Sum(other => 1 - miss[other]) - book.Of(person).Sum(start => Price(person, start));

    private double Price(int person, int start) =>
        (StartBits.Contains(book.Quiet(person), start) ? 0 : Unquiet)
        + (book.Of(person).Any(other => other != start && other / Week.QuarterHoursADay == start / Week.QuarterHoursADay) ? SameDay : 0);

    private int Shared(int one, int other)
    {
        var shared = 0;
        foreach (var start in book.Of(one))
        {
            shared += book.Has(other, start) && roster.ShareStart(one, other, start) ? 1 : 0;
        }

        return shared;
    }
}
