namespace TeamsConnectBot.DryRuns;

/// <summary>How many requests to Graph a round makes; a batch is one.</summary>
internal static class GraphCost
{
    private const int MembersAPage = 999;
    private const int ManagersABatch = 300;
    private const int CalendarsABatch = 400;

    /// <param name="members">Everybody in the pool's group.</param>
    /// <param name="mailboxes">The calendars read.</param>
    public static int Of(int members, int mailboxes) =>
        Math.Max(1, Ceiling(members, MembersAPage)) + Ceiling(members, ManagersABatch) + Ceiling(mailboxes, CalendarsABatch);

    private static int Ceiling(int count, int each) => (count + each - 1) / each;
}
