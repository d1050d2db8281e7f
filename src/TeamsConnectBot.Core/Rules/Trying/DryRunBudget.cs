namespace TeamsConnectBot.Core.Rules.Trying;

/// <summary>
/// What dry-runs of one pool may tell in a month. Each answer is one blurred count with ε = 1/6
/// (<see cref="Insights.Estimate.Scale"/>), and the ε of different questions add up. So the number of different questions is
/// limited, whoever asks them and by whatever rule.
/// </summary>
/// <remarks>
/// At most two questions a month look at what only the bot or the person knows: ε = 1/3 together. Whoever knows everybody else,
/// and would guess one person's band rightly half of the time, then guesses it rightly at most 59 times in 100. Even eight
/// questions about the same fact stay below 60, for the best guess there is with this blur.
/// </remarks>
public static class DryRunBudget
{
    /// <summary>Points each pool has in a calendar month.</summary>
    public const int APoolAndMonth = 8;

    /// <summary>What a question costs that looks only at what everybody in the organisation can see.</summary>
    public const int PriceOfTheVisible = 1;

    /// <summary>What any other question costs.</summary>
    public const int PriceOfTheRest = 3;
}
