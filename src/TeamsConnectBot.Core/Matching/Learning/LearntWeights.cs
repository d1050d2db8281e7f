using TeamsConnectBot.Core.Connections;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Core.Matching.Settling;

namespace TeamsConnectBot.Core.Matching.Learning;

/// <summary>
/// What a pool's answers afterwards ('met', 'didn't', 'again please') taught about kinds of meetings: one line a kind, never one a
/// person.
/// <list type="number">
/// <item>Each person counts once a kind, however often they answered, with the average of their own answers: didn't 0, met 800,
/// again please 1000.</item>
/// <item>Twenty people nobody asked, each worth 700, are added (add-k smoothing), so that few answers move little.</item>
/// <item>The average becomes a factor: 700 leaves the points as they are, 0 and 1000 are the ends of the allowed range.</item>
/// </list>
/// So a better answer never lowers a factor, a kind nobody spoke of is neutral, and one person moves a kind's average by at most
/// 1000 ÷ (20 + people). Whole numbers only: the same on every machine.
/// </summary>
public sealed class LearntWeights
{
    /// <summary>A factor that changes nothing.</summary>
    public const int One = 1000;

    /// <summary>How far from <see cref="One"/> a factor can ever be.</summary>
    public const int Widest = 200;

    /// <summary>What a meeting is worth where nothing is known.</summary>
    public const int Prior = 700;

    /// <summary>As how many people the prior counts.</summary>
    public const int PriorPeople = 20;

    private readonly Dictionary<MeetingKind, Tally> tallies;

    private LearntWeights(Dictionary<MeetingKind, Tally> tallies) => this.tallies = tallies;

    /// <summary>Nothing learnt.</summary>
    public static LearntWeights Neutral { get; } = new([]);

    /// <summary>Learns from a pool's answers, in any order.</summary>
    public static LearntWeights From(IEnumerable<MeetingAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var tallies = answers
            .Where(answer => Worth(answer.Answer) is not null)
            .GroupBy(answer => answer.Kind)
            .ToDictionary(kind => kind.Key, kind => Tally.Of([.. kind.GroupBy(answer => answer.PersonId, StringComparer.Ordinal).Select(AverageOf)]));
        return new LearntWeights(tallies);
    }

    /// <summary>What a kind's points are multiplied by, in thousandths.</summary>
    /// <param name="kind">The kind of meeting.</param>
    /// <param name="range">How far from <see cref="One"/> it may be: 0 … <see cref="Widest"/>.</param>
    public int FactorOf(MeetingKind kind, int range = Widest)
    {
        RuleRange.Check(range, 0, Widest, nameof(range));
        var (people, worth) = tallies.GetValueOrDefault(kind);
        var average = ((Prior * PriorPeople) + worth) / (PriorPeople + people);
        return average < Prior
            ? One - (range * (Prior - average) / Prior)
            : One + (range * (average - Prior) / (1000 - Prior));
    }

    /// <summary>
    /// The table for people to read, in a fixed order. A line is there only when at least the group minimum answered. Whoever shows
    /// it makes it anew only when at least that many people more answered, or a change tells what one of them said.
    /// </summary>
    /// <param name="groupMinimum">5 … 1000 people, 10 as a rule.</param>
    /// <param name="range">As in <see cref="FactorOf"/>.</param>
    public IReadOnlyList<LearntRow> Table(int groupMinimum = Aggregate.DefaultMinimum, int range = Widest)
    {
        RuleRange.Check(groupMinimum, Aggregate.LowestMinimum, 1000, nameof(groupMinimum));
        return
        [
            .. tallies.Where(line => line.Value.People >= groupMinimum)
                .OrderBy(line => line.Key.Offer).ThenByDescending(line => line.Key.InPerson).ThenByDescending(line => line.Key.AcrossDepartments)
                .Select(line => new LearntRow(line.Key, FactorOf(line.Key, range), line.Value.People, line.Value.Worth / line.Value.People)),
        ];
    }

    private static int? Worth(MemberAnswer answer) => answer switch
    {
        MemberAnswer.DidNotMeet => 0,
        MemberAnswer.Met => 800,
        MemberAnswer.AgainPlease => 1000,
        _ => null,
    };

    private static int AverageOf(IGrouping<string, MeetingAnswer> ofOnePerson) => ofOnePerson.Sum(answer => Worth(answer.Answer)!.Value) / ofOnePerson.Count();

    private readonly record struct Tally(int People, int Worth)
    {
        public static Tally Of(List<int> averages) => new(averages.Count, averages.Sum());
    }
}
