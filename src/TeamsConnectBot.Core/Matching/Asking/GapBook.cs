using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Candidates;
using TeamsConnectBot.Core.Matching.Slots;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Asking;

/// <summary>The gaps that each person will be offered, while they are being chosen, and how many people are offered each.</summary>
internal sealed class GapBook
{
    private readonly Roster roster;
    private readonly int gapQuarters;
    private readonly int most;
    private readonly List<int>[] chosen;
    private readonly ulong[] quiet;
    private readonly Dictionary<(int Place, int Start, int Side), int> offered = [];

    public GapBook(Roster roster, MatchingRules rules)
    {
        this.roster = roster;
        gapQuarters = roster.HasLunch ? Math.Max(rules.GapQuarters, rules.LunchQuarters) : rules.GapQuarters;
        most = rules.MaxGapsOffered;
        chosen = [.. roster.Everyone.Select(_ => new List<int>(most))];
        quiet = new ulong[roster.Count * WeekAvailability.Words];
        for (var person = 0; person < roster.Count; person++)
        {
            var bits = quiet.AsSpan(person * WeekAvailability.Words, WeekAvailability.Words);
            roster.Either(person, bits);
            SlotCost.KeepQuiet(roster.Members[person].Free, gapQuarters, bits);
        }
    }

    /// <summary>How many gaps a card holds at most.</summary>
    public int Most => most;

    public IReadOnlyList<int> Of(int person) => chosen[person];

    public bool IsFull(int person) => chosen[person].Count >= most;

    /// <summary>Starts that cost the person nothing: see <see cref="SlotCost"/>.</summary>
    public ReadOnlySpan<ulong> Quiet(int person) => quiet.AsSpan(person * WeekAvailability.Words, WeekAvailability.Words);

    /// <summary>How many people are offered a start and could meet then at that place.</summary>
    public int Offered(int place, int start) => roster.HasSides
        ? OfferedTo((int)PoolSide.First, place, start) + OfferedTo((int)PoolSide.Second, place, start)
        : OfferedTo(0, place, start);

    /// <summary>The same, but only of people on a side; side 0 is everybody where there are no sides.</summary>
    public int OfferedTo(int side, int place, int start) => offered.GetValueOrDefault((place, start, side));

    /// <summary>The same, but only of people whom this person could meet as far as sides go.</summary>
    public int OfferedAcross(int person, int place, int start) =>
        OfferedTo(roster.HasSides ? Across(roster.Side[person]) : 0, place, start);

    public static int Across(int side) => (int)PoolSide.First + (int)PoolSide.Second - side;

    public bool Has(int person, int start) => chosen[person].Contains(start);

    public bool CanTake(int person, int start) => !IsFull(person) && !Overlaps(person, start);

    public bool Overlaps(int person, int start) => chosen[person].Exists(other => Touches(other, start));

    public bool Touches(int one, int other) => Math.Abs(one - other) < gapQuarters;

    /// <summary>Whether the person has another gap on the day of this one.</summary>
    public bool HasSameDay(int person, int start) =>
        chosen[person].Exists(other => other != start && other / Week.QuarterHoursADay == start / Week.QuarterHoursADay);

    public void Take(int person, int start)
    {
        chosen[person].Add(start);
        Count(person, start, 1);
    }

    public void Drop(int person, int start)
    {
        chosen[person].Remove(start);
        Count(person, start, -1);
    }

    private void Count(int person, int start, int change)
    {
        if (StartBits.Contains(roster.Online(person), start))
        {
            Add(Bucket.OnlinePlace);
        }

        if (StartBits.Contains(roster.InOffice(person), start))
        {
            Add(roster.Office[person]);
        }

        void Add(int place) => offered[(place, start, roster.Side[person])] = OfferedTo(roster.Side[person], place, start) + change;
    }
}
