using TeamsConnectBot.Core.Matching.Candidates;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Asking;

/// <summary>
/// Chooses a few times at which many people of one bucket can meet, so that their ticks overlap. The gain of a time falls as people's
/// cards fill up (a submodular sum), so the greedy choice is within 1 − 1/e of the best (Nemhauser, Wolsey and Fisher 1978), and a time is
/// weighed again only when it comes up (lazy evaluation, Minoux 1978).
/// </summary>
/// <param name="roster">The people.</param>
/// <param name="book">Their cards.</param>
/// <param name="allowCostly">Whether a card with room also takes times that cost its person something.</param>
/// <param name="seed">Breaks ties.</param>
internal sealed class FocalTimes(Roster roster, GapBook book, bool allowCostly, ulong seed)
{
    /// <summary>About how many people share times; a larger bucket is divided, so that not everybody has coffee at once.</summary>
    public const int GroupSize = 64;

    private const double SameDay = 0.7;
    private const double Crowd = 24;

    // The value of a first, second and third gap to one person.
    private static readonly double[] Turn = [1, 0.6, 0.4];

    /// <summary>Fills the cards of one bucket's people, as far as they want more.</summary>
    /// <param name="people">The bucket, similar people next to each other.</param>
    /// <param name="place">The number of its place.</param>
    public void Choose(IReadOnlyList<int> people, int place)
    {
        var groups = Math.Max(1, (people.Count + (GroupSize / 2)) / GroupSize);
        for (var group = 0; group < groups; group++)
        {
            var first = (int)((long)people.Count * group / groups);
            var end = (int)((long)people.Count * (group + 1) / groups);
            ChooseForGroup([.. people.Skip(first).Take(end - first)], place);
        }
    }

    private void ChooseForGroup(int[] group, int place)
    {
        var before = new Dictionary<int, int>();
        var queue = new PriorityQueue<int, (double Loss, ulong Tie)>();
        foreach (var start in StartsOf(group, place))
        {
            before[start] = book.Offered(place, start);
            Enqueue(queue, start, Gain(group, place, start, before[start]));
        }

        while (queue.TryDequeue(out var start, out var estimate))
        {
            var gain = Gain(group, place, start, before[start]);
            if (gain <= 0)
            {
                continue;
            }

            if (-gain > estimate.Loss && queue.TryPeek(out _, out var next) && -gain > next.Loss)
            {
                Enqueue(queue, start, gain);
                continue;
            }

            foreach (var person in group.Where(person => Wants(person, place, start)))
            {
                book.Take(person, start);
            }
        }
    }

    private void Enqueue(PriorityQueue<int, (double Loss, ulong Tie)> queue, int start, double gain) =>
        queue.Enqueue(start, (-gain, SplitMix64.Of(seed, start, -1)));

    private HashSet<int> StartsOf(int[] group, int place)
    {
        var starts = new HashSet<int>();
        foreach (var person in group)
        {
            foreach (var start in StartBits.Of(Starts(person, place)))
            {
                if (Wants(person, place, start))
                {
                    starts.Add(start);
                }
            }
        }

        return starts;
    }

    private double Gain(int[] group, int place, int start, int crowdBefore)
    {
        var (takers, worth) = Takers(group, place, start, roster.HasSides ? (int)PoolSide.First : 0);
        if (!roster.HasSides)
        {
            var others = takers - 1 + book.Offered(place, start);
            return takers == 0 ? 0 : worth * Chances.AnyoneOf(others) * Crowd / (Crowd + crowdBefore);
        }

        // Company comes from the other side only.
        var (opposite, theirWorth) = Takers(group, place, start, (int)PoolSide.Second);
        return ((worth * Chances.AnyoneOf(opposite + book.OfferedTo((int)PoolSide.Second, place, start)))
            + (theirWorth * Chances.AnyoneOf(takers + book.OfferedTo((int)PoolSide.First, place, start)))) * Crowd / (Crowd + crowdBefore);
    }

    /// <summary>How many people of a side would take a time, and what it is worth to them together.</summary>
    private (int Count, double Worth) Takers(int[] group, int place, int start, int side)
    {
        var takers = 0;
        var worth = 0.0;
        foreach (var person in group)
        {
            if (roster.Side[person] == side && Wants(person, place, start))
            {
                takers++;
                worth += Turn[book.Of(person).Count] * (book.HasSameDay(person, start) ? SameDay : 1);
            }
        }

        return (takers, worth);
    }

    private bool Wants(int person, int place, int start) =>
        StartBits.Contains(Starts(person, place), start)
        && (StartBits.Contains(book.Quiet(person), start) || allowCostly)
        && book.CanTake(person, start);

    private ReadOnlySpan<ulong> Starts(int person, int place) =>
        place == Bucket.OnlinePlace ? roster.Online(person) : roster.InOffice(person);
}
