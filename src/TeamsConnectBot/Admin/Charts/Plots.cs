using NodaTime;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Figures;

namespace TeamsConnectBot.Admin.Charts;

/// <summary>What is plotted, from published counts alone.</summary>
internal static class Plots
{
    // Where a pool's size changes how it works (open tables) or what can be counted of it.
    private static readonly int[] SizeClasses = [25, 100, 1000];

    /// <summary>How many were invited, said yes and met, by week.</summary>
    public static BarChart Funnel(PageTexts t, PoolFigures pool) => new(
        $"funnel-{pool.Pool}", t["figures.funnel"], Weeks(t, pool),
        [
            Counts(t["figures.invited"], pool, AggregateView.Invited),
            Counts(t["figures.yes"], pool, AggregateView.SaidYes),
            Counts(t["figures.met"], pool, AggregateView.Met),
        ]);

    /// <summary>The share of people in whose week there was no gap at all.</summary>
    public static BarChart Workload(PageTexts t, PoolFigures pool) => new(
        $"workload-{pool.Pool}", t["figures.workload"], Weeks(t, pool),
        [new Series(t["figures.withoutGap"], [.. pool.Weeks.Select(week => pool.Of(week, AggregateView.WithoutGap).Percent)])], "%");

    /// <summary>People by how many invitations they got in the newest week there are figures of.</summary>
    public static BarChart? Load(PageTexts t, PoolFigures pool)
    {
        if (pool.Newest(AggregateView.Invited) is not ({ } week, { Count: { } invited, Of: { } all }))
        {
            return null;
        }

        var more = pool.Of(week, AggregateView.NudgedMoreThanOnce).Count;
        return new BarChart(
            $"load-{pool.Pool}", t.Say("figures.load", Dates.Day(t, week)), [t["figures.none"], more is null ? t["figures.oneOrMore"] : t["figures.one"], t["figures.more"]],
            [new Series(t["figures.people"], [all - invited, invited - (more ?? 0), more])]);
    }

    /// <summary>Of the participants, the share who met somebody in the newest week, by how large their pool is.</summary>
    public static BarChart Reach(PageTexts t, IEnumerable<PoolFigures> pools)
    {
        var newest = pools.Select(pool => pool.Newest(AggregateView.Met)?.Figure).OfType<Figure>().ToList();
        var classes = Enumerable.Range(0, SizeClasses.Length + 1).Select(index => newest.Where(figure => ClassOf(figure.Of!.Value) == index).ToList()).ToList();
        return new BarChart(
            "reach", t["figures.reach"], [.. Enumerable.Range(0, classes.Count).Select(index => NameOf(index))],
            [new Series(t["figures.metShare"], [.. classes.Select(some => some.Count == 0 ? (double?)null : 100.0 * some.Sum(figure => figure.Count!.Value) / some.Sum(figure => figure.Of!.Value))])], "%");
    }

    private static Series Counts(string name, PoolFigures pool, AggregateView view) =>
        new(name, [.. pool.Weeks.Select(week => (double?)pool.Of(week, view).Count)]);

    private static List<string> Weeks(PageTexts t, PoolFigures pool) => [.. pool.Weeks.Select(week => Short(t, week))];

    private static string Short(PageTexts t, LocalDate week) => week.ToString("d MMM", t.Culture);

    private static int ClassOf(int people) => SizeClasses.Count(least => people >= least);

    private static string NameOf(int index) =>
        index == 0 ? $"< {SizeClasses[0]}" : index == SizeClasses.Length ? $"≥ {SizeClasses[^1]}" : $"{SizeClasses[index - 1]}–{SizeClasses[index] - 1}";
}
