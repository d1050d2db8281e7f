using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Candidates;

/// <summary>
/// Who may be brought together, whatever the calendars say: a language in common, an offer in common, no manager with
/// their own report, nobody who asked not to, no recent pair unless both asked for it, no strong tie where the rules avoid it.
/// </summary>
internal sealed class PairRules
{
    private const int LanguageBits = 64;

    private readonly Roster roster;
    private readonly int[] manager;
    private readonly ulong[] languages;
    private readonly byte[] offers;
    private readonly bool moreLanguagesThanBits;
    private readonly HashSet<long> never = [];
    private readonly HashSet<long> notNow = [];
    private readonly HashSet<long> met = [];
    private readonly HashSet<long> again = [];
    private readonly bool[] hasPast;

    public PairRules(Roster roster, PoolHistory history, MatchingRules rules)
    {
        this.roster = roster;
        hasPast = new bool[roster.Count];
        manager = Array.ConvertAll(roster.Members, member => member.ManagerId is { } id && roster.Indexes.TryGetValue(id, out var index) ? index : -1);
        offers = Array.ConvertAll(roster.Members, member => (byte)member.Offers.Aggregate(0, (bits, offer) => bits | 1 << (int)offer));
        (languages, moreLanguagesThanBits) = LanguageMasks(roster.Members);
        foreach (var pair in history.DoNotMatch)
        {
            Note(never, pair);
        }

        foreach (var pair in history.Again)
        {
            Note(again, pair);
        }

        foreach (var (pair, rounds) in history.RoundsSinceMet)
        {
            Note(met, pair);
            if (rounds <= rules.RepeatWindow && !history.Again.Contains(pair))
            {
                Note(notNow, pair);
            }
        }

        foreach (var (pair, tie) in history.Ties)
        {
            if (rules.AvoidStrongTies && tie >= rules.StrongTie && !history.Again.Contains(pair))
            {
                Note(notNow, pair);
            }
        }
    }

    /// <summary>Whether the two may be brought together two by two.</summary>
    public bool Allow(int one, int other) =>
        AllowAtTable(one, other) && !(hasPast[one] && hasPast[other] && notNow.Contains(Key(one, other)));

    /// <summary>Whether the two may sit at one open table: meeting again soon is no objection there.</summary>
    public bool AllowAtTable(int one, int other) =>
        one != other
        && manager[one] != other
        && manager[other] != one
        && SharedLanguages(one, other) > 0
        && (offers[one] == 0 || offers[other] == 0 || (offers[one] & offers[other]) != 0)
        && !(hasPast[one] && hasPast[other] && never.Contains(Key(one, other)));

    public bool HaveMet(int one, int other) => hasPast[one] && hasPast[other] && met.Contains(Key(one, other));

    public bool AskedAgain(int one, int other) => hasPast[one] && hasPast[other] && again.Contains(Key(one, other));

    public bool ShareOffer(int one, int other) => (offers[one] & offers[other]) != 0;

    public int SharedLanguages(int one, int other) => moreLanguagesThanBits
        ? roster.Members[one].Languages.Intersect(roster.Members[other].Languages).Count
        : System.Numerics.BitOperations.PopCount(languages[one] & languages[other]);

    private static long Key(int one, int other) => one < other ? (long)one << 32 | (uint)other : (long)other << 32 | (uint)one;

    private void Note(HashSet<long> pairs, PersonPair pair)
    {
        if (roster.Indexes.TryGetValue(pair.First, out var one) && roster.Indexes.TryGetValue(pair.Second, out var other))
        {
            pairs.Add(Key(one, other));
            hasPast[one] = hasPast[other] = true;
        }
    }

    private static (ulong[] Masks, bool TooMany) LanguageMasks(PoolMember[] members)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var language in members.SelectMany(member => member.Languages))
        {
            numbers.TryAdd(language, numbers.Count);
        }

        var tooMany = numbers.Count > LanguageBits;
        var masks = tooMany ? [] : Array.ConvertAll(members, member => member.Languages.Aggregate(0UL, (bits, language) => bits | 1UL << numbers[language]));
        return (masks, tooMany);
    }
}
