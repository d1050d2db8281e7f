using TeamsConnectBot.Data;

namespace TeamsConnectBot.CheckIns;

/// <summary>
/// Holds answers in memory until there are ten, and then adds their sums to the month's counters in one transaction: the database
/// never shows a single answer, nor their order. Answers still held are lost when the service stops: fewer than ten per pool and
/// process. Storing them would reveal them.
/// </summary>
internal sealed class CheckInBatches(Database database)
{
    /// <summary>The fewest answers that are stored together.</summary>
    public const int Least = 10;

    private readonly Lock gate = new();
    private readonly Dictionary<string, List<CheckInAnswers>> waiting = [];
    private LocalDate current;

    public async Task AddAsync(string pool, LocalDate month, CheckInAnswers answers, CancellationToken cancellationToken)
    {
        if (Take(pool, month, answers) is not { } batch)
        {
            return;
        }

        try
        {
            await database.WriteAsync(db => CountAsync(db, pool, month, batch, cancellationToken), cancellationToken);
        }
        catch
        {
            PutBack(pool, month, batch);
            throw;
        }
    }

    // A past month is closed, so answers still held for it are dropped.
    private List<CheckInAnswers>? Take(string pool, LocalDate month, CheckInAnswers answers)
    {
        lock (gate)
        {
            if (month > current)
            {
                waiting.Clear();
                current = month;
            }

            if (month < current)
            {
                return null;
            }

            var held = waiting.GetValueOrDefault(pool) ?? [];
            held.Add(answers);
            waiting[pool] = held.Count < Least ? held : [];
            return held.Count < Least ? null : held;
        }
    }

    private void PutBack(string pool, LocalDate month, List<CheckInAnswers> batch)
    {
        lock (gate)
        {
            if (month == current)
            {
                waiting[pool] = [.. batch, .. waiting.GetValueOrDefault(pool) ?? []];
            }
        }
    }

    private static async Task CountAsync(
        ConnectDb db, string pool, LocalDate month, List<CheckInAnswers> batch, CancellationToken cancellationToken)
    {
        var sums = batch.SelectMany(answers => answers.Values.Select((answer, index) => (Question: index + 1, Answer: answer)))
            .CountBy(given => given).OrderBy(sum => sum.Key);
        foreach (var ((question, answer), count) in sums)
        {
            var row = await db.CheckInCounts.FindAsync([pool, month, question, answer], cancellationToken)
                ?? db.CheckInCounts.Add(new CheckInCountRow { PoolId = pool, Month = month, Question = question, Answer = answer }).Entity;
            row.Count += count;
        }
    }
}
