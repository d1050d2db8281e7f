using NodaTime;
using TeamsConnectBot.Core.Rules.Experiments;

namespace TeamsConnectBot.Rules.Experiments;

/// <summary>The state of a trial, as last published.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="One">The first version's number.</param>
/// <param name="Other">The second version's number.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="EndedAt">When it ended; null while it runs.</param>
/// <param name="Comparison">The comparison of meetings per invitation; null while there are too few people.</param>
/// <param name="OneShare">Meetings per invitation with the first version, 0 … 1; 0 while there is no comparison.</param>
/// <param name="OtherShare">The same with the second version.</param>
/// <param name="CountedUntil">The weeks before this Monday are counted; null while there is no comparison.</param>
internal sealed record ExperimentReport(
    string RuleId, int One, int Other, Instant StartedAt, Instant? EndedAt, ExperimentComparison? Comparison, double OneShare,
    double OtherShare, LocalDate? CountedUntil);
