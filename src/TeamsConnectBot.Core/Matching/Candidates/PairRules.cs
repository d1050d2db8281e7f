using System.Numerics;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Candidates;

/// <summary>
/// Who may be matched, whatever the calendars say: a language in common, an offer in common, no manager with their own report, nobody who
/// asked not to be, and no recent pair unless both asked for it or they are in a season. In a pool with two sides, only people of different
/// sides. Learning is in common only where one can tell what the other wants to learn; whoever named nothing else accepts any other offer,
/// so that wishing to learn never keeps somebody from meeting.
/// </summary>
internal sealed class PairRules
{
    private const int LanguageBits = 64;

    private readonly Roster roster;
    private readonly int[] manager;
    private readonly ulong[] languages;
    private readonly byte[] offers;
    private readonly bool moreLanguagesThanBits;
    private readonly HashSet<long> never;
    private readonly HashSet<long> tooSoon;
    private readonly HashSet<long> met;
    private readonly HashSet<long> again;
    private readonly bool[] hasPast;

    public PairRules(Roster roster, PoolHistory history, MatchingRules rules)
    {
        this.roster = roster;
        hasPast = new bool[roster.Count];
        manager = Array.ConvertAll(roster.Members, member => roster.Indexes.GetValueOrDefault(member.ManagerId ?? "", -1));
        offers = Array.ConvertAll(roster.Members, member => Kinds.Named(member));
        (languages, moreLanguagesThanBits) = LanguageMasks(roster.Members);
        never = Keys(history.DoNotMatch);
        again = Keys(history.Again.Union(history.Seasons));
        met = Keys(history.RoundsSinceMet.Keys);
        var recent = history.RoundsSinceMet.Where(pair => pair.Value <= rules.RepeatWindow).Select(pair => pair.Key);
        tooSoon = Keys(recent.Except(history.Again).Except(history.Seasons));
    }

    /// <summary>Whether the two may be matched as a pair.</summary>
    public bool Allow(int one, int other) =>
        AllowAtTable(one, other) && !(hasPast[one] && hasPast[other] && tooSoon.Contains(Key(one, other)));

    /// <summary>Whether the two may sit at one open table, where the repeat window does not apply.</summary>
    public bool AllowAtTable(int one, int other) =>
        one != other
        && roster.AreAcross(one, other)
        && manager[one] != other
        && manager[other] != one
        && SharedLanguages(one, other) > 0
        && (offers[one] == 0 || offers[other] == 0 || ShareOffer(one, other) || roster.Members[one].CanLearnWith(roster.Members[other]))
        && !(hasPast[one] && hasPast[other] && never.Contains(Key(one, other)));

    public bool HaveMet(int one, int other) => hasPast[one] && hasPast[other] && met.Contains(Key(one, other));

    public bool AskedAgain(int one, int other) => hasPast[one] && hasPast[other] && again.Contains(Key(one, other));

    public bool ShareOffer(int one, int other) => (offers[one] & offers[other]) != 0;

    public int SharedLanguages(int one, int other) => moreLanguagesThanBits
        ? roster.Members[one].Languages.Intersect(roster.Members[other].Languages).Count
        : BitOperations.PopCount(languages[one] & languages[other]);

    private static long Key(int one, int other) => one < other ? (long)one << 32 | (uint)other : (long)other << 32 | (uint)one;

    private HashSet<long> Keys(IEnumerable<PersonPair> pairs)
    {
        var keys = new HashSet<long>();
        foreach (var pair in pairs)
        {
            if (roster.Indexes.TryGetValue(pair.First, out var one) && roster.Indexes.TryGetValue(pair.Second, out var other))
            {
                keys.Add(Key(one, other));
                hasPast[one] = hasPast[other] = true;
            }
        }

        return keys;
    }

    private static (ulong[] Masks, bool TooMany) LanguageMasks(PoolMember[] members)
    {
        var numbers = members.SelectMany(member => member.Languages).Distinct(StringComparer.Ordinal).Index()
            .ToDictionary(language => language.Item, language => language.Index, StringComparer.Ordinal);
        return numbers.Count > LanguageBits
            ? ([], true)
            : (Array.ConvertAll(members, member => member.Languages.Aggregate(0UL, (bits, one) => bits | 1UL << numbers[one])), false);
    }
}
