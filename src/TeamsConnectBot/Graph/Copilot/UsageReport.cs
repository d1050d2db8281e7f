using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.Copilot;

/// <summary>What the daily Copilot usage report says about the people who allowed it.</summary>
internal abstract record UsageReport;

/// <summary>
/// The report was read. Someone who is not in it has no licence or is unknown, which is not the same as not using Copilot.
/// </summary>
/// <param name="RefreshDate">The day the report is about; up to three days ago.</param>
/// <param name="Rows">People who allowed it, and nobody else.</param>
/// <param name="UnreadableLines">Lines skipped because they do not fit the header or have an invalid date.</param>
internal sealed record KnownUsage(LocalDate RefreshDate, IReadOnlyList<UsageRow> Rows, int UnreadableLines) : UsageReport;

/// <summary>The organisation conceals names in reports, as it may; AI-use days then come only from what people report themselves.</summary>
internal sealed record ConcealedUsage : UsageReport;

/// <summary>There is no readable report now.</summary>
internal sealed record UnavailableUsage(GraphFailure Reason) : UsageReport;

/// <summary>One person's line.</summary>
/// <param name="UserPrincipalName">As the report writes it.</param>
/// <param name="LastActivity">The last day any Copilot was used; null when none is recorded.</param>
internal sealed record UsageRow(string UserPrincipalName, LocalDate? LastActivity);
