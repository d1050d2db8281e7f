using TeamsConnectBot.Core.Meetings;

namespace TeamsConnectBot.Core.Matching.Learning;

/// <summary>
/// What was learned about kinds of meetings, never about a person, from a pool's answers after meetings ('met', 'didn't', 'again please').
/// <list type="number">
/// <item>Each person counts once per kind, however often they answered, with the average of their own answers: didn't 0, met 800, again
/// please or three times 1000.</item>
/// <item>Twenty imaginary people, each worth 700, are added (add-k smoothing), so that few answers change little.</item>
/// <item>The average becomes a factor: 700 leaves the points unchanged; 0 and 1000 are the ends of the allowed range.</item>
/// </list>
/// So a better answer never lowers a factor, a kind without answers is neutral, and one person moves the average of a kind by at most
/// 1000 ÷ (20 + people). Only integers are used, so the result is the same on every machine.
/// </summary>
public sealed class LearnedWeights
{
    /// <summary>A factor that changes nothing.</summary>
    public const int One = 1000;

    /// <summary>The largest difference between a factor and <see cref="One"/>.</summary>
    public const int Widest = 200;

    /// <summary>The number of imaginary people who are added with the assumed worth.</summary>
    public const int PriorPeople = 20;

    private const int Prior = 700;

    private readonly Dictionary<MeetingKind, (int People, int Worth)> tallies;

    private LearnedWeights(Dictionary<MeetingKind, (int People, int Worth)> tallies) => this.tallies = tallies;

    /// <summary>Nothing learned.</summary>
    public static LearnedWeights Neutral { get; } = new([]);

    /// <summary>Learns from a pool's answers, in any order.</summary>
    public static LearnedWeights From(IEnumerable<MeetingAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return new LearnedWeights(answers
            .Where(answer => Worth(answer.Answer) is not null)
            .GroupBy(answer => (answer.Kind, answer.PersonId), answer => Worth(answer.Answer)!.Value)
            .GroupBy(person => person.Key.Kind, worths => worths.Sum() / worths.Count())
            .ToDictionary(kind => kind.Key, kind => (kind.Count(), kind.Sum())));
    }

    /// <summary>The factor for the points of a kind, in thousandths.</summary>
    /// <param name="kind">The kind of meeting.</param>
    /// <param name="range">The largest difference from <see cref="One"/>: 0 … <see cref="Widest"/>.</param>
    public int FactorOf(MeetingKind kind, int range = Widest)
    {
        Allowed.Within(range, 0, Widest, nameof(range));
        var (people, worth) = tallies.GetValueOrDefault(kind);
        var average = ((Prior * PriorPeople) + worth) / (PriorPeople + people);
        return average < Prior
            ? One - (range * (Prior - average) / Prior)
            : One + (range * (average - Prior) / (1000 - Prior));
    }

    private static int? Worth(MemberAnswer answer) => answer switch
    {
        MemberAnswer.DidNotMeet => 0,
        MemberAnswer.Met => 800,
        MemberAnswer.AgainPlease or MemberAnswer.ThreeTimes => 1000,
        _ => null,
    };
}
