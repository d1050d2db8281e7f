using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Data;
using TeamsConnectBot.Figures;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.CheckIns;

/// <summary>What may be shown about a pool's month.</summary>
/// <param name="Shares">By question; null where it would be about too few people.</param>
internal sealed record CheckInMonth(string Pool, LocalDate Month, IReadOnlyList<TallyAnswer?> Shares);

/// <summary>Reads past months, subject to the group minimum.</summary>
internal sealed class CheckInFigures(Database database, IOptions<FiguresOptions> options, TimeProvider clock)
{
    public async Task<IReadOnlyList<CheckInMonth>> ReadAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled)
        {
            return [];
        }

        var open = clock.GetCurrentMonth();
        var rows = await database.ReadAsync(
            db => db.CheckInCounts.Where(row => row.Month != open).ToListAsync(cancellationToken), cancellationToken);
        return [.. rows.GroupBy(row => (row.PoolId, row.Month)).OrderBy(month => month.Key)
            .Select(month => new CheckInMonth(
                month.Key.PoolId, month.Key.Month,
                [.. Enumerable.Range(1, CheckInAnswers.Questions).Select(question => Share(month, question))]))];
    }

    private static TallyAnswer? Share(IEnumerable<CheckInCountRow> month, int question)
    {
        var answers = month.Where(row => row.Question == question).ToList();
        return new Aggregate().Ask(new Tally(
            answers.Sum(row => row.Count), answers.Where(row => row.Answer >= CheckInAnswers.Agrees).Sum(row => row.Count)));
    }
}
