using System.Collections.Immutable;
using TeamsConnectBot.Core.Matching.Asking;

namespace TeamsConnectBot.Core.Matching.OpenTable;

/// <summary>An open table before the invitations go out.</summary>
public sealed record OpenTablePlan
{
    /// <summary>At most three moments, in order of time.</summary>
    public required ImmutableArray<TableMoment> Moments { get; init; }

    /// <summary>Who is invited to which of the moments (those they are free in); the hosts are in neither of its lists, and it has no weight.</summary>
    public required AskPlan Asks { get; init; }
}
