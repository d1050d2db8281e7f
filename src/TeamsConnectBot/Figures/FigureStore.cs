using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Figures;

/// <summary>One published count; null when it would be about too few people.</summary>
internal readonly record struct Figure(int? Count, int? Of)
{
    public double? Percent => Count is { } count && Of is > 0 ? 100.0 * count / Of : null;
}

/// <summary>Reads published counts; it never counts anything itself.</summary>
internal sealed class FigureStore(Database database, PoolCatalogue pools, IOptions<FiguresOptions> options)
{
    /// <summary>Whether this organisation publishes figures at all.</summary>
    public bool IsOn => options.Value.Enabled;

    /// <summary>Each pool's published counts from a day on; none while figures are off.</summary>
    public async Task<IReadOnlyList<PoolFigures>> ReadAsync(LocalDate from, CancellationToken cancellationToken)
    {
        if (!IsOn)
        {
            return [];
        }

        var all = await database.ReadAsync(
            db => db.Publications.Select(row => new { row.Audience, row.View, row.Period, row.On, Figure = new Figure(row.Count, row.Of) })
                .ToListAsync(cancellationToken), cancellationToken);
        var byPool = all.Where(row => row.Period >= from).ToLookup(row => row.Audience);
        return [.. pools.All.Select(pool => new PoolFigures(pool.Id, byPool[pool.Id].GroupBy(row => (row.Period, row.View))
            .ToDictionary(views => views.Key, views => views.MaxBy(row => row.On)!.Figure)))];
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
