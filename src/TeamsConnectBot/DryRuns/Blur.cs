using NodaTime;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Core.Rules.DryRuns;

namespace TeamsConnectBot.DryRuns;

/// <summary>
/// Blurs what is counted of a pool in a month. Another month is another question: the same blur in both would cancel out.
/// </summary>
internal sealed class Blur(Estimate estimate, string pool, LocalDate month)
{
    public DryRunAnswerRow Answer(DryRunQuestion question, int selected) => new()
    {
        PoolId = pool,
        Month = month,
        Question = DryRunMonth.KeyOf(question),
        Selected = Of(selected, "question " + question.Text),
        Price = question.Price,
    };

    public DryRunMonthRow Round(RehearsedRound played, int graphCalls) => new()
    {
        PoolId = pool,
        Month = month,
        Audience = Of(played.Audience, nameof(played.Audience)),
        Asked = Of(played.Asked, nameof(played.Asked)),
        Pairs = Of(played.Pairs, nameof(played.Pairs)),
        Repeats = Of(played.Repeats, nameof(played.Repeats)),
        GraphCalls = graphCalls,
    };

    private int Of(int count, string what) => estimate.Blur(count, $"{pool}\n{month:uuuu-MM}\n{what}");
}
