using TeamsConnectBot.Core.Matching.Candidates;

namespace TeamsConnectBot.Core.Matching.Asking;

/// <summary>
/// Chooses few times on which many people of one bucket can come together, so that their ticks overlap. What a time adds
/// falls as people's cards fill up (a submodular sum), so the greedy choice is within 1 − 1/e of the best (Nemhauser,
/// Wolsey and Fisher 1978), and a time is weighed again only when it comes up (lazy evaluation, Minoux 1978).
/// </summary>
/// <param name="roster">The people.</param>
/// <param name="book">Their cards.</param>
/// <param name="forLackOfBetter">Whether a card with room also takes times that cost its person something.</param>
/// <param name="seed">Decides ties.</param>
internal sealed class FocalTimes(Roster roster, GapBook book, bool forLackOfBetter, ulong seed)
{
    /// <summary>So many people look for times together; a larger bucket is divided, so that not everybody has coffee at once.</summary>
    public const int GroupSize = 64;

    private const double SameDay = 0.7;
    private const double Crowd = 24;

    // What a first, second and third gap are worth to one person.
    private static readonly double[] Turn = [1, 0.6, 0.4];

    /// <summary>Fills the cards of one bucket's people, as far as they want more.</summary>
    /// <param name="people">The bucket, alike people side by side.</param>
    /// <param name="place">Its place number.</param>
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
        queue.Enqueue(start, (-gain, Mix.Of(seed, start, -1)));

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
        var takers = 0;
        var worth = 0.0;
        foreach (var person in group)
        {
            if (Wants(person, place, start))
            {
                takers++;
                worth += Turn[book.Of(person).Count] * (book.HasSameDay(person, start) ? SameDay : 1);
            }
        }

        var others = takers - 1 + book.Offered(place, start);
        return takers == 0 ? 0 : worth * Chances.AnyoneOf(others) * Crowd / (Crowd + crowdBefore);
    }

    private bool Wants(int person, int place, int start) =>
        StartBits.Contains(Starts(person, place), start)
        && (StartBits.Contains(book.Quiet(person), start) || forLackOfBetter)
        && book.CanTake(person, start);

    private ReadOnlySpan<ulong> Starts(int person, int place) =>
        place == Bucket.OnlinePlace ? roster.Online(person) : roster.InOffice(person);
}
