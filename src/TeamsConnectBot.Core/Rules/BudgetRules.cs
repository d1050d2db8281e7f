namespace TeamsConnectBot.Core.Rules;

/// <summary>How often a pool may nudge one person.</summary>
public sealed record BudgetRules
{
    /// <summary>The rules a pool starts with.</summary>
    public static BudgetRules Default { get; } = new();

    /// <summary>
    /// The maximum number of nudges in a person's own week: 0 … 5; one by default, as people are told when they join. A person may
    /// choose fewer, never more.
    /// </summary>
    public int MostPerWeek { get; init => field = Allowed.Within(value, 0, 5); } = 1;

    /// <summary>
    /// The maximum back-off after silence, in weeks: 1 … 26. It starts at 1 week and doubles with each unanswered invitation.
    /// </summary>
    public int LongestBackOffWeeks { get; init => field = Allowed.Within(value, 1, 26); } = 8;
}
