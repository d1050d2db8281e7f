namespace TeamsConnectBot.Core.Rules;

/// <summary>How often a pool may nudge one person at all.</summary>
public sealed record BudgetRules
{
    /// <summary>The rules a pool starts with.</summary>
    public static BudgetRules Default { get; } = new();

    /// <summary>The most nudges in a person's own week: 0 … 5; one unless set, as people are told when they join. A person may choose fewer, never more.</summary>
    public int MostPerWeek { get; init => field = Allowed.Within(value, 0, 5); } = 1;

    /// <summary>The longest wait after silence, in weeks: 1 … 26. One unanswered invitation waits 1 week, the next 2, then 4 …</summary>
    public int LongestBackOffWeeks { get; init => field = Allowed.Within(value, 1, 26); } = 8;
}
