namespace TeamsConnectBot.DryRuns;

/// <summary>Estimates how many requests to Graph a round makes; a batch counts as one.</summary>
internal static class GraphCost
{
    private const int MembersPerPage = 999;
    private const int ManagersPerBatch = 300;
    private const int CalendarsPerBatch = 400;

    /// <param name="members">The number of people in the pool's group.</param>
    /// <param name="mailboxes">The number of calendars to read.</param>
    public static int Of(int members, int mailboxes) =>
        Math.Max(1, Ceiling(members, MembersPerPage)) + Ceiling(members, ManagersPerBatch) + Ceiling(mailboxes, CalendarsPerBatch);

    private static int Ceiling(int count, int each) => (count + each - 1) / each;
}
