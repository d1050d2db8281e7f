using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Candidates;

/// <summary>
/// The people of a round, each identified by an index. They are sorted by id, so that no result depends on the order of the input. All data
/// that pair checks need is in flat arrays.
/// </summary>
internal sealed class Roster
{
    private const int AcrossSum = (int)PoolSide.First + (int)PoolSide.Second;

    private readonly ulong[] online;
    private readonly ulong[] inOffice;

    // Null while nobody comes for lunch: then every gap suits every offer.
    private readonly Kinds? kinds;

    private Roster(PoolMember[] members, Kinds? kinds)
    {
        this.kinds = kinds;
        Members = members;
        online = new ulong[members.Length * WeekAvailability.Words];
        inOffice = new ulong[members.Length * WeekAvailability.Words];
        Office = Number(members, member => member.Office);
        Department = Number(members, member => member.Department);
        Side = Array.ConvertAll(members, member => (byte)(member.Side ?? 0));
        HasSides = Side.AsSpan().ContainsAnyExcept((byte)0);
        Indexes = members.Select((member, index) => (member.Id, index)).ToDictionary(StringComparer.Ordinal);
    }

    public PoolMember[] Members { get; }

    public int Count => Members.Length;

    public IEnumerable<int> Everyone => Enumerable.Range(0, Count);

    /// <summary>Each person's office as a number; −1 when they have none.</summary>
    public int[] Office { get; }

    /// <summary>Each person's department as a number; −1 when it is unknown.</summary>
    public int[] Department { get; }

    /// <summary>Each person's <see cref="PoolSide"/> as a number; 0 for those without one.</summary>
    public byte[] Side { get; }

    /// <summary>Whether people meet only across two sides.</summary>
    public bool HasSides { get; }

    public Dictionary<string, int> Indexes { get; }

    /// <summary>All members, each with all their own gaps.</summary>
    public static Roster OfGaps(Week week, IReadOnlyList<PoolMember> members, MatchingRules rules, Slot offerable)
    {
        var range = StartBits.Range(offerable.Start, offerable.End - rules.GapQuarters + 1);
        var lunches = StartBits.Range(offerable.Start, offerable.End - rules.LunchQuarters + 1);
        return Create(week, members, rules, (_, starts, isLunch) => StartBits.And(starts, isLunch ? lunches : range));
    }

    /// <summary>Those who said yes, each with the gaps they ticked and still have free.</summary>
    public static Roster OfAcceptances(Week week, IReadOnlyList<Acceptance> yeses, MatchingRules rules)
    {
        var ticked = new Dictionary<string, ulong[]>(StringComparer.Ordinal);
        var exactly = new Dictionary<string, ulong[]>(StringComparer.Ordinal);
        foreach (var yes in yeses)
        {
            var mask = ticked[yes.Member.Id] = new ulong[WeekAvailability.Words];
            var lunches = exactly[yes.Member.Id] = new ulong[WeekAvailability.Words];
            foreach (var slot in yes.Ticked)
            {
                StartBits.Or(mask, StartBits.Range(slot.Start, slot.End - rules.GapQuarters + 1));
                StartBits.Or(lunches, StartBits.Range(slot.Start, slot.Length < rules.LunchQuarters ? slot.Start : slot.Start + 1));
            }
        }

        return Create(
            week, [.. yeses.Select(yes => yes.Member)], rules,
            (member, starts, isLunch) => StartBits.And(starts, (isLunch ? exactly : ticked)[member.Id]));
    }

    /// <summary>The quarter hours at which this person could start an online meeting.</summary>
    public ReadOnlySpan<ulong> Online(int person) => online.AsSpan(person * WeekAvailability.Words, WeekAvailability.Words);

    /// <summary>The quarter hours at which this person could start a meeting in their own office.</summary>
    public ReadOnlySpan<ulong> InOffice(int person) => inOffice.AsSpan(person * WeekAvailability.Words, WeekAvailability.Words);

    /// <summary>Writes the quarter hours at which this person could start a meeting of either kind.</summary>
    public void Either(int person, Span<ulong> starts)
    {
        Online(person).CopyTo(starts);
        StartBits.Or(starts, InOffice(person));
    }

    /// <summary>Whether two people are on different sides, or there are no sides.</summary>
    public bool AreAcross(int one, int other) => !HasSides || Side[one] + Side[other] == AcrossSum;

    public bool HasGap(int person) => !StartBits.IsEmpty(Online(person)) || !StartBits.IsEmpty(InOffice(person));

    public bool ShareOffice(int one, int other) =>
        Office[one] == Office[other] && Share(InOffice(one), InOffice(other), one, other);

    public bool ShareGap(int one, int other) => Share(Online(one), Online(other), one, other) || ShareOffice(one, other);

    /// <summary>Whether the two could meet in the gap that starts at this quarter hour.</summary>
    public bool ShareStart(int one, int other, int start) =>
        ((StartBits.Contains(Online(one), start) && StartBits.Contains(Online(other), start))
            || (Office[one] == Office[other] && StartBits.Contains(InOffice(one), start) && StartBits.Contains(InOffice(other), start)))
        && CanGather([one, other], start);

    /// <summary>Whether some offer suits a group at this start; places are not considered.</summary>
    public bool CanGather(ReadOnlySpan<int> group, int start) =>
        CanGather(group, start, forLunch: false) || CanGather(group, start, forLunch: true);

    /// <summary>Whether a group can meet at this start for lunch, or for anything else; places are not considered.</summary>
    public bool CanGather(ReadOnlySpan<int> group, int start, bool forLunch)
    {
        if (kinds is null)
        {
            return !forLunch;
        }

        Span<ulong> starts = stackalloc ulong[WeekAvailability.Words];
        kinds.Starts(group, forLunch, starts);
        return StartBits.Contains(starts, start);
    }

    /// <summary>Keeps the starts that suit an offer of the whole group.</summary>
    public void KeepPossible(ReadOnlySpan<int> group, Span<ulong> starts)
    {
        if (kinds is not null)
        {
            Span<ulong> possible = stackalloc ulong[WeekAvailability.Words];
            kinds.Starts(group, possible);
            StartBits.And(starts, possible);
        }
    }

    /// <summary>Keeps the starts at which a group can meet for lunch, or for anything else.</summary>
    public void KeepPossible(ReadOnlySpan<int> group, bool forLunch, Span<ulong> starts)
    {
        if (kinds is null && forLunch)
        {
            starts.Clear();
        }
        else if (kinds is not null)
        {
            Span<ulong> possible = stackalloc ulong[WeekAvailability.Words];
            kinds.Starts(group, forLunch, possible);
            StartBits.And(starts, possible);
        }
    }

    /// <summary>Whether somebody comes for lunch, for which lunch time is kept and everything else is not offered in a break.</summary>
    public bool HasLunch => kinds is not null;

    /// <summary>The length of the gap that a person would be offered at this start; null where it is that of every meeting.</summary>
    public int? QuartersAt(int person, int start) => kinds?.QuartersAt(person, start);

    private bool Share(ReadOnlySpan<ulong> starts, ReadOnlySpan<ulong> others, int one, int other)
    {
        if (kinds is null)
        {
            return CommonGap.Exists(starts, others);
        }

        Span<ulong> possible = stackalloc ulong[WeekAvailability.Words];
        kinds.Starts([one, other], possible);
        StartBits.And(possible, starts);
        StartBits.And(possible, others);
        return !StartBits.IsEmpty(possible);
    }

    private static Roster Create(
        Week week, IReadOnlyList<PoolMember> members, MatchingRules rules, Action<PoolMember, ulong[], bool> narrow)
    {
        PoolMember[] sorted = [.. members.OrderBy(member => member.Id, StringComparer.Ordinal)];
        if (sorted.Zip(sorted.Skip(1)).Any(pair => pair.First.Id == pair.Second.Id))
        {
            throw new ArgumentException("A member is listed twice.", nameof(members));
        }

        var kinds = Kinds.Of(sorted, rules.GapQuarters, rules.LunchQuarters);
        var roster = new Roster(sorted, kinds);
        var officeDays = new OfficeDayMask(week, rules.GapQuarters);
        var starts = new ulong[WeekAvailability.Words];
        for (var person = 0; person < sorted.Length; person++)
        {
            var member = sorted[person];
            CommonGap.Prepare(member.Free.Bits, rules.GapQuarters, starts);
            narrow(member, starts, false);
            kinds?.Separate(person, starts, lunches => narrow(member, lunches, true));
            if (member.AcceptsOnline)
            {
                starts.CopyTo(roster.online, person * WeekAvailability.Words);
            }

            if (member.AcceptsInPerson && member.Office is not null)
            {
                StartBits.And(starts, officeDays.For(member.Zone, member.OfficeDays));
                starts.CopyTo(roster.inOffice, person * WeekAvailability.Words);
            }
        }

        return roster;
    }

    private static int[] Number(PoolMember[] members, Func<PoolMember, string?> nameOf)
    {
        var numbers = members.Select(nameOf).OfType<string>().Distinct(StringComparer.Ordinal).Index()
            .ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        return Array.ConvertAll(members, member => nameOf(member) is { } name ? numbers[name] : -1);
    }
}
