using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Core.Rules.DryRuns;

namespace TeamsConnectBot.DryRuns;

/// <summary>
/// Adds noise to the counts of one pool in one month. The noise depends on the month, so that comparing months does not cancel it out.
/// </summary>
internal sealed class Blur(Estimate estimate, string pool, LocalDate month)
{
    public DryRunAnswerRow Answer(DryRunQuestion question, int selected) => new()
    {
        PoolId = pool, Month = month, Question = DryRunMonth.KeyOf(question),
        Selected = Of(selected, "question " + question.Text), Price = question.Price,
    };

    public DryRunMonthRow Round(RehearsedRound played)
    {
        var audience = Of(played.Audience, nameof(played.Audience));
        return new()
        {
            PoolId = pool, Month = month, Audience = audience, Asked = Of(played.Asked, nameof(played.Asked)),
            Pairs = Of(played.Pairs, nameof(played.Pairs)), Repeats = Of(played.Repeats, nameof(played.Repeats)),

            // From the blurred number, or one more person would show where another batch of requests begins.
            GraphCalls = GraphCost.Of(audience, audience),
        };
    }

    private int Of(int count, string what) => estimate.Blur(count, $"{pool}\n{month:uuuu-MM}\n{what}");
}
