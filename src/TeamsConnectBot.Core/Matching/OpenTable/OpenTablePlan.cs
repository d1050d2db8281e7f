using System.Collections.Immutable;

namespace TeamsConnectBot.Core.Matching;

/// <summary>An open table before the invitations go out.</summary>
public sealed record OpenTablePlan
{
    /// <summary>At most three moments, in order of time.</summary>
    public required ImmutableArray<TableMoment> Moments { get; init; }

    /// <summary>Who is invited to which of the moments (those they are free in); hosts are not asked again.</summary>
    public required AskPlan Asks { get; init; }
}
