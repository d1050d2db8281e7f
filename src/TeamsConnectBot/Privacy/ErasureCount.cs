using TeamsConnectBot.Data;

namespace TeamsConnectBot.Privacy;

/// <summary>
/// How many people were erased so far, rounded down to tens: an exact number, or one since a chosen day, would reveal when somebody
/// left.
/// </summary>
internal sealed class ErasureCount(Database database)
{
    private const int Step = Core.Insights.Aggregate.LeastChange;

    public async Task<int> ReadAsync(CancellationToken cancellationToken) =>
        await database.ReadAsync(db => db.Erasures.SumAsync(day => day.People, cancellationToken), cancellationToken) / Step * Step;
}
