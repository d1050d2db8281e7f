using TeamsConnectBot.Core.Matching.Learning;

namespace TeamsConnectBot.Core.Matching;

/// <summary>
/// What makes one possible connection worth more than another: the one table to tune. The weight of a pair is the sum of its points, plus
/// a few random points from the seed, so that ties are not always broken in the same way. Each value lies within 0 … 4,000 unless stated
/// otherwise.
/// </summary>
public sealed record PairWeights
{
    private const int Most = 4_000;

    /// <summary>Points of any allowed pair, so that two connections outweigh one good one. 1 … 20,000, default 10,000.</summary>
    public int Base { get; init => field = Allowed.Within(value, 1, 20_000); } = 10_000;

    /// <summary>Points for two people who both have the greatest need; proportionally fewer for less need. Default 1,000.</summary>
    public int Need { get; init => field = Allowed.Within(value, 0, Most); } = 1_000;

    /// <summary>Points for people from different departments. Default 400.</summary>
    public int OtherDepartment { get; init => field = Allowed.Within(value, 0, Most); } = 400;

    /// <summary>Points for people who never met through the bot, halved per person who does not prefer new people. Default 400.</summary>
    public int New { get; init => field = Allowed.Within(value, 0, Most); } = 400;

    /// <summary>Points when both asked to meet again. Default 800.</summary>
    public int Again { get; init => field = Allowed.Within(value, 0, Most); } = 800;

    /// <summary>Points for each shared language after the first, at most two. Default 50.</summary>
    public int SharedLanguage { get; init => field = Allowed.Within(value, 0, Most); } = 50;

    /// <summary>Points when both named an offer that they have in common. Default 150.</summary>
    public int SharedOffer { get; init => field = Allowed.Within(value, 0, Most); } = 150;

    /// <summary>
    /// Points more for people from different departments, for each of the two who prefers that. Default 200.
    /// </summary>
    public int WishedDepartment { get; init => field = Allowed.Within(value, 0, Most); } = 200;

    /// <summary>Points for each topic that both like to talk about, at most two. Default 100.</summary>
    public int SharedTopic { get; init => field = Allowed.Within(value, 0, Most); } = 100;

    /// <summary>
    /// Points when one can tell about what the other would like to learn, and both would meet for that. Default 1,000, so that it outweighs
    /// another department for two pairs.
    /// </summary>
    public int Learning { get; init => field = Allowed.Within(value, 0, Most); } = 1_000;

    /// <summary>Points when the two could meet in person. Default 200.</summary>
    public int InPerson { get; init => field = Allowed.Within(value, 0, Most); } = 200;

    /// <summary>
    /// How far, in thousandths, the pool's answers may lower or raise the sum of all other points except those for turns left out; see
    /// <see cref="LearnedWeights"/>. 0 … 200, default 50, about as much as another department counts. 0 disables learning.
    /// </summary>
    public int Learned { get; init => field = Allowed.Within(value, 0, LearnedWeights.Widest); } = 50;

    /// <summary>
    /// Points for each turn that either of the two was left out, at most three turns each. By default more than everything else
    /// together, so that they take precedence. 0 … 20,000, default 12,000.
    /// </summary>
    public int TurnLeftOut { get; init => field = Allowed.Within(value, 0, 20_000); } = 12_000;
}
