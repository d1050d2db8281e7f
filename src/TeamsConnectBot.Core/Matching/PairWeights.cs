using TeamsConnectBot.Core.Matching.Learning;

namespace TeamsConnectBot.Core.Matching;

/// <summary>
/// What makes one possible connection worth more than another. The one table to tune: points are added up, and a pair's
/// weight is their sum and a few points of seeded chance, so that equals are not always brought together in the same way.
/// Each lies within 0 … 4,000 where nothing else is said.
/// </summary>
public sealed record PairWeights
{
    private const int Most = 4_000;

    /// <summary>Points any allowed pair has, so that two connections beat one good one. 1 … 20,000, default 10,000.</summary>
    public int Base { get; init => field = RuleRange.Check(value, 1, 20_000, nameof(Base)); } = 10_000;

    /// <summary>Points for two people who both have the greatest need; less need counts in proportion. Default 1,000.</summary>
    public int Need { get; init => field = RuleRange.Check(value, 0, Most, nameof(Need)); } = 1_000;

    /// <summary>Points for people of different departments. Default 400.</summary>
    public int OtherDepartment { get; init => field = RuleRange.Check(value, 0, Most, nameof(OtherDepartment)); } = 400;

    /// <summary>Points for people who never met through the bot; halved for each of the two who does not prefer that. Default 400.</summary>
    public int New { get; init => field = RuleRange.Check(value, 0, Most, nameof(New)); } = 400;

    /// <summary>Points when both asked to meet again. Default 800.</summary>
    public int Again { get; init => field = RuleRange.Check(value, 0, Most, nameof(Again)); } = 800;

    /// <summary>Points for each language shared beyond the first, at most two. Default 50.</summary>
    public int SharedLanguage { get; init => field = RuleRange.Check(value, 0, Most, nameof(SharedLanguage)); } = 50;

    /// <summary>Points when both named an offer they have in common. Default 150.</summary>
    public int SharedOffer { get; init => field = RuleRange.Check(value, 0, Most, nameof(SharedOffer)); } = 150;

    /// <summary>Points when the two could meet in person. Default 200.</summary>
    public int InPerson { get; init => field = RuleRange.Check(value, 0, Most, nameof(InPerson)); } = 200;

    /// <summary>
    /// How far, in thousandths, what the pool's answers taught may lower or raise all other points together, turns left out
    /// excepted; see <see cref="LearntWeights"/>. 0 … 200, default 50: about what another department counts. 0 learns nothing.
    /// </summary>
    public int Learnt { get; init => field = RuleRange.Check(value, 0, LearntWeights.Widest, nameof(Learnt)); } = 50;

    /// <summary>
    /// Points for each of the two for every turn they were left out, at most three turns. More than everything else
    /// together by default, so that they go first. 0 … 20,000, default 12,000.
    /// </summary>
    public int TurnLeftOut { get; init => field = RuleRange.Check(value, 0, 20_000, nameof(TurnLeftOut)); } = 12_000;
}
