using System.Security.Cryptography;
using System.Text;
using TeamsConnectBot.Core.Rules.DryRuns;

namespace TeamsConnectBot.DryRuns;

/// <summary>What dry-runs of one pool have answered this month.</summary>
/// <param name="Base">The result of a round for everybody; null before the month's first dry-run.</param>
/// <param name="Answers">The stored answers, by the hash of their question.</param>
internal sealed record DryRunMonth(DryRunMonthRow? Base, IReadOnlyDictionary<string, DryRunAnswerRow> Answers)
{
    public int Left => Math.Max(0, DryRunBudget.PointsPerPoolAndMonth - Answers.Values.Sum(row => row.Price));

    public static string KeyOf(DryRunQuestion question) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question.Text)));

    /// <summary>What the questions would cost; those answered before cost nothing.</summary>
    public DryRunPrice PriceOf(IEnumerable<DryRunQuestion> questions) => new(Unanswered(questions).Sum(question => question.Price), Left);

    /// <summary>The questions that use personal data and have no stored answer.</summary>
    public IReadOnlyList<DryRunQuestion> Unanswered(IEnumerable<DryRunQuestion> questions) =>
        [.. questions.Where(question => question.Price > 0 && !Answers.ContainsKey(KeyOf(question))).DistinctBy(question => question.Text)];

    /// <summary>The answer to a question: how many people its rules select.</summary>
    public int SelectedBy(DryRunQuestion question) => question.Known(Base!.Audience) ?? Answers[KeyOf(question)].Selected;
}

/// <summary>What a dry-run costs, and what is left of the month's budget before it.</summary>
internal readonly record struct DryRunPrice(int Cost, int Left)
{
    public bool IsAffordable => Cost <= Left;
}
