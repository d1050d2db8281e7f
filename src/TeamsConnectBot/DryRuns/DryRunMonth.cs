using System.Security.Cryptography;
using System.Text;
using TeamsConnectBot.Core.Rules.DryRuns;

namespace TeamsConnectBot.DryRuns;

/// <summary>What dry-runs of one pool have told this month.</summary>
/// <param name="Base">What a round for everybody comes to; null before the month's first dry-run.</param>
/// <param name="Answers">The kept answers, by the hash of their question.</param>
internal sealed record DryRunMonth(DryRunMonthRow? Base, IReadOnlyDictionary<string, DryRunAnswerRow> Answers)
{
    public int Left => Math.Max(0, DryRunBudget.PointsPerPoolAndMonth - Answers.Values.Sum(row => row.Price));

    public static string KeyOf(DryRunQuestion question) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question.Text)));

    /// <summary>What some questions would cost; those answered before cost nothing.</summary>
    public DryRunPrice PriceOf(IEnumerable<DryRunQuestion> questions) => new(Unanswered(questions).Sum(question => question.Price), Left);

    /// <summary>The questions that take people's data and have no kept answer.</summary>
    public IReadOnlyList<DryRunQuestion> Unanswered(IEnumerable<DryRunQuestion> questions) =>
        [.. questions.Where(question => question.Price > 0 && !Answers.ContainsKey(KeyOf(question))).DistinctBy(question => question.Text)];

    /// <summary>How many people a question's rules select, as it was answered.</summary>
    public int SelectedBy(DryRunQuestion question) => question.Known(Base!.Audience) ?? Answers[KeyOf(question)].Selected;
}

/// <summary>What a dry-run costs, and what is left of the month's budget before it.</summary>
internal readonly record struct DryRunPrice(int Cost, int Left)
{
    public bool IsAffordable => Cost <= Left;
}
