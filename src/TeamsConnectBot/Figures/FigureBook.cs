using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Figures;

/// <summary>One published count; null where it would have been about too few people.</summary>
internal readonly record struct Figure(int? Count, int? Of)
{
    public double? Percent => Count is { } count && Of is > 0 ? 100.0 * count / Of : null;
}

/// <summary>Reads what was published. Nothing is counted here.</summary>
internal sealed class FigureBook(Database database, IOptions<FiguresOptions> options)
{
    /// <summary>Whether this organisation has figures at all.</summary>
    public bool IsOn => options.Value.Enabled;

    public async Task<PoolFigures> ReadAsync(string pool, LocalDate from, CancellationToken cancellationToken)
    {
        if (!IsOn)
        {
            return new PoolFigures(pool, new Dictionary<(LocalDate, AggregateView), Figure>());
        }

        var rows = await database.ReadAsync(
            db => db.Publications.Where(row => row.Audience == pool).Select(row => new { row.View, row.Period, row.On, row.Count, row.Of }).ToListAsync(cancellationToken),
            cancellationToken);
        return new PoolFigures(pool, rows.Where(row => row.Period >= from).GroupBy(row => (row.Period, row.View))
            .ToDictionary(group => group.Key, group => group.MaxBy(row => row.On) is { } last ? new Figure(last.Count, last.Of) : default));
    }
}

/// <summary>A pool's published counts.</summary>
internal sealed record PoolFigures(string Pool, IReadOnlyDictionary<(LocalDate Week, AggregateView View), Figure> All)
{
    public IReadOnlyList<LocalDate> Weeks { get; } = [.. All.Keys.Select(key => key.Week).Distinct().Order()];

    public Figure Of(LocalDate week, AggregateView view) => All.GetValueOrDefault((week, view));

    /// <summary>The newest week with this view.</summary>
    public (LocalDate Week, Figure Figure)? Newest(AggregateView view) =>
        Weeks.Where(week => All.ContainsKey((week, view))).Select(week => ((LocalDate, Figure)?)(week, Of(week, view))).LastOrDefault();
}
