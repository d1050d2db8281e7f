using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Candidates;

/// <summary>
/// A round's people as numbers: sorted by id, so that no result depends on the order they came in, with flat arrays for
/// what the pair tests look at.
/// </summary>
internal sealed class Roster
{
    private readonly ulong[] online;
    private readonly ulong[] inOffice;

    private Roster(PoolMember[] members)
    {
        Members = members;
        online = new ulong[members.Length * WeekAvailability.Words];
        inOffice = new ulong[members.Length * WeekAvailability.Words];
        Office = Number(members, member => member.Office);
        Department = Number(members, member => member.Department);
        Indexes = members.Select((member, index) => (member.Id, index)).ToDictionary(StringComparer.Ordinal);
    }

    public PoolMember[] Members { get; }

    public int Count => Members.Length;

    /// <summary>The office's number, or −1.</summary>
    public int[] Office { get; }

    /// <summary>The department's number, or −1.</summary>
    public int[] Department { get; }

    public Dictionary<string, int> Indexes { get; }

    /// <summary>The whole roster, each with all gaps of their own.</summary>
    public static Roster OfGaps(Week week, IReadOnlyList<PoolMember> members, MatchingRules rules, Slot offerable)
    {
        var range = StartBits.Range(offerable.Start, offerable.End - rules.GapQuarters + 1);
        return Create(week, members, rules, (_, starts) => StartBits.And(starts, range));
    }

    /// <summary>Those who answered, each with the gaps they ticked and still have.</summary>
    public static Roster OfAnswers(Week week, IReadOnlyList<Answer> answers, MatchingRules rules)
    {
        var ticked = new Dictionary<string, ulong[]>(StringComparer.Ordinal);
        foreach (var answer in answers)
        {
            var mask = new ulong[WeekAvailability.Words];
            foreach (var slot in answer.Ticked)
            {
                StartBits.Or(mask, StartBits.Range(slot.Start, slot.End - rules.GapQuarters + 1));
            }

            ticked[answer.Member.Id] = mask;
        }

        return Create(week, [.. answers.Select(answer => answer.Member)], rules, (member, starts) => StartBits.And(starts, ticked[member.Id]));
    }

    /// <summary>Where an online meeting of this person could start.</summary>
    public ReadOnlySpan<ulong> Online(int person) => online.AsSpan(person * WeekAvailability.Words, WeekAvailability.Words);

    /// <summary>Where a meeting in their own office could start.</summary>
    public ReadOnlySpan<ulong> InOffice(int person) => inOffice.AsSpan(person * WeekAvailability.Words, WeekAvailability.Words);

    /// <summary>Where a meeting of either kind could start.</summary>
    public void Either(int person, Span<ulong> starts)
    {
        Online(person).CopyTo(starts);
        StartBits.Or(starts, InOffice(person));
    }

    public bool HasGap(int person) => !StartBits.IsEmpty(Online(person)) || !StartBits.IsEmpty(InOffice(person));

    public bool ShareOffice(int one, int other) =>
        Office[one] == Office[other] && CommonGap.Exists(InOffice(one), InOffice(other));

    public bool ShareGap(int one, int other) => CommonGap.Exists(Online(one), Online(other)) || ShareOffice(one, other);

    /// <summary>Whether the two could meet in one certain gap.</summary>
    public bool ShareStart(int one, int other, int start) =>
        (StartBits.Contains(Online(one), start) && StartBits.Contains(Online(other), start))
        || (Office[one] == Office[other] && StartBits.Contains(InOffice(one), start) && StartBits.Contains(InOffice(other), start));

    private static Roster Create(
        Week week, IReadOnlyList<PoolMember> members, MatchingRules rules, Action<PoolMember, ulong[]> narrow)
    {
        PoolMember[] sorted = [.. members.OrderBy(member => member.Id, StringComparer.Ordinal)];
        for (var index = 1; index < sorted.Length; index++)
        {
            if (sorted[index].Id == sorted[index - 1].Id)
            {
                throw new ArgumentException("Someone is listed twice.", nameof(members));
            }
        }

        var roster = new Roster(sorted);
        var officeDays = new OfficeDayMask(week, rules.GapQuarters);
        var starts = new ulong[WeekAvailability.Words];
        for (var person = 0; person < sorted.Length; person++)
        {
            var member = sorted[person];
            CommonGap.Prepare(member.Free.Bits, rules.GapQuarters, starts);
            narrow(member, starts);
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

    private static int[] Number(PoolMember[] members, Func<PoolMember, string?> named)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. members.Select(member =>
            {
                if (named(member) is not { } name)
                {
                    return -1;
                }

                if (!numbers.TryGetValue(name, out var number))
                {
                    numbers[name] = number = numbers.Count;
                }

                return number;
            }),
        ];
    }
}
