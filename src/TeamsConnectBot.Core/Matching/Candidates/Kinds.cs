using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Candidates;

/// <summary>
/// When people could meet for which kind of offer: for lunch over lunch time only, for everything else outside a break. Exists only in
/// a round in which somebody comes for lunch; in every other round a free gap suits every offer.
/// </summary>
internal sealed class Kinds
{
    private const byte Lunch = 1 << (int)Offer.Lunch;
    private const byte Learning = 1 << (int)Offer.Learning;
    private const byte Anything = byte.MaxValue & ~Learning;

    private readonly PoolMember[] members;
    private readonly byte[] accepted;
    private readonly ulong[] plain;
    private readonly ulong[] lunch;
    private readonly int gapQuarters;
    private readonly int lunchQuarters;

    private Kinds(PoolMember[] members, int gapQuarters, int lunchQuarters)
    {
        (this.members, this.gapQuarters, this.lunchQuarters) = (members, gapQuarters, lunchQuarters);
        accepted = Array.ConvertAll(members, member => Named(member) is not 0 and var named ? named : Anything);
        plain = new ulong[members.Length * WeekAvailability.Words];
        lunch = new ulong[members.Length * WeekAvailability.Words];
    }

    public int LunchQuarters => lunchQuarters;

    /// <summary>The offers somebody named as bits, without learning, which depends on the other; 0 when they named none.</summary>
    public static byte Named(PoolMember member) => (byte)member.Offers.Aggregate(0, (bits, offer) => bits | (1 << (int)offer & ~Learning));

    /// <summary>Null when nobody comes for lunch.</summary>
    public static Kinds? Of(PoolMember[] members, int gapQuarters, int lunchQuarters) =>
        Array.Exists(members, member => member.Offers.Contains(Offer.Lunch)) ? new Kinds(members, gapQuarters, lunchQuarters) : null;

    /// <summary>Separates the starts of a person by what they suit, and writes back all of them.</summary>
    /// <param name="person">The person.</param>
    /// <param name="starts">The starts of gaps in their free time.</param>
    /// <param name="narrow">Keeps those starts of a lunch that are to be considered.</param>
    public void Separate(int person, Span<ulong> starts, Action<ulong[]> narrow)
    {
        var atLunch = new ulong[WeekAvailability.Words];
        CommonGap.Prepare(members[person].FreeAtLunch.Bits, lunchQuarters, atLunch);
        narrow(atLunch);
        if (Named(members[person]) == 0)
        {
            // They did not ask for lunch, so a break stays free.
            StartBits.And(atLunch, starts);
        }

        if ((accepted[person] & Lunch) == 0)
        {
            Array.Clear(atLunch);
        }
        else if ((accepted[person] & ~Lunch) == 0 && !members[person].MeetsToLearn)
        {
            starts.Clear();
        }
        else if (lunchQuarters > gapQuarters && (accepted[person] & ~Lunch) == 0)
        {
            // They came for lunch; learning is what the other hours are for.
            for (var word = 0; word < starts.Length; word++)
            {
                starts[word] &= ~atLunch[word];
            }
        }
        else if (lunchQuarters > gapQuarters)
        {
            // A time that is ticked for a shorter meeting is too short for lunch.
            for (var word = 0; word < starts.Length; word++)
            {
                atLunch[word] &= ~starts[word];
            }
        }

        starts.CopyTo(Plain(person));
        atLunch.CopyTo(Of(lunch, person));
        StartBits.Or(starts, atLunch);
    }

    /// <summary>The length of the gap that a person would be offered at this start.</summary>
    public int QuartersAt(int person, int start) => StartBits.Contains(Plain(person), start) ? gapQuarters : lunchQuarters;

    /// <summary>Writes when a group could meet for lunch, or for anything else; the places are not considered.</summary>
    public void Starts(ReadOnlySpan<int> group, bool forLunch, Span<ulong> starts)
    {
        if (!(forLunch ? AllAccept(group, Lunch) : ShareOther(group)))
        {
            starts.Clear();
            return;
        }

        var of = forLunch ? lunch : plain;
        Of(of, group[0]).CopyTo(starts);
        foreach (var person in group[1..])
        {
            StartBits.And(starts, Of(of, person));
        }
    }

    /// <summary>Writes when a group could meet for whatever it may be.</summary>
    public void Starts(ReadOnlySpan<int> group, Span<ulong> starts)
    {
        Span<ulong> more = stackalloc ulong[WeekAvailability.Words];
        Starts(group, forLunch: false, starts);
        Starts(group, forLunch: true, more);
        StartBits.Or(starts, more);
    }

    private bool AllAccept(ReadOnlySpan<int> group, byte kind)
    {
        foreach (var person in group)
        {
            if ((accepted[person] & kind) == 0)
            {
                return false;
            }
        }

        return true;
    }

    // As elsewhere, every two need something in common, not all of a group the same.
    private bool ShareOther(ReadOnlySpan<int> group)
    {
        for (var index = 0; index < group.Length; index++)
        {
            foreach (var other in group[(index + 1)..])
            {
                if ((accepted[group[index]] & accepted[other] & ~Lunch) == 0 && !members[group[index]].CanLearnWith(members[other]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private Span<ulong> Plain(int person) => Of(plain, person);

    private static Span<ulong> Of(ulong[] bits, int person) =>
        bits.AsSpan(person * WeekAvailability.Words, WeekAvailability.Words);
}
