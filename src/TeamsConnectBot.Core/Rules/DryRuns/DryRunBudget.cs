namespace TeamsConnectBot.Core.Rules.DryRuns;

/// <summary>
/// How much the dry-runs of one pool may reveal in a month. Each answer is one blurred count with ε = 1/6
/// (<see cref="Insights.Estimate.Scale"/>), and the ε of different questions add up. So the number of different questions is limited,
/// no matter who asks them for which rule.
/// </summary>
/// <remarks>
/// At most two questions a month use facts that only the bot or the person knows: together ε = 1/3. An attacker who knows everybody else,
/// and would guess one person's band correctly half of the time, then guesses it correctly at most 59 times in 100. Even with eight
/// questions about the same fact the best attack on this blur stays below 60.
/// </remarks>
public static class DryRunBudget
{
    /// <summary>The points of each pool in a calendar month.</summary>
    public const int PointsPerPoolAndMonth = 8;

    /// <summary>The price of a question that only uses facts everybody in the organisation can see.</summary>
    public const int PublicFactsPrice = 1;

    /// <summary>The price of any other question.</summary>
    public const int PrivateFactsPrice = 3;
}
