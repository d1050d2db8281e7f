using TeamsConnectBot.Core.Matching.Asking;

namespace TeamsConnectBot.Core.Matching.OpenTable;

/// <summary>An open table before the invitations are sent.</summary>
/// <param name="Moments">At most three moments, in chronological order.</param>
/// <param name="Asks">Who is invited to which of the moments, those at which they are free. The hosts are in neither of its lists.</param>
public sealed record OpenTablePlan(ImmutableArray<TableMoment> Moments, AskPlan Asks);
