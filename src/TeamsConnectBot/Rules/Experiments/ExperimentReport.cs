using NodaTime;
using TeamsConnectBot.Core.Rules.Experiments;

namespace TeamsConnectBot.Rules.Experiments;

/// <summary>How a trial stands, as it was last published.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="One">The first version's number.</param>
/// <param name="Other">The second version's number.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended; null while it runs.</param>
/// <param name="Comparison">Met per invitation of both; null while there are not enough people yet.</param>
/// <param name="OneShare">Met per invitation of the first, 0 … 1; 0 while there is no comparison.</param>
/// <param name="OtherShare">The second's.</param>
/// <param name="CountedUntil">The Monday before which weeks are in it; null while there is no comparison.</param>
internal sealed record ExperimentReport(
    string RuleId, int One, int Other, Instant StartedAt, Instant? EndedAt, ExperimentComparison? Comparison, double OneShare, double OtherShare,
    LocalDate? CountedUntil);
