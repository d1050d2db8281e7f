using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Figures;

namespace TeamsConnectBot.Admin.Charts;

/// <summary>Builds the charts of the admin page, from published counts only.</summary>
internal static class Plots
{
    // The sizes at which a pool works differently (open tables) or at which more can be counted.
    private static readonly int[] SizeClasses = [25, 100, 1000];

    /// <summary>How many were invited, said yes and met, by week.</summary>
    public static BarChart Funnel(PageTexts t, PoolFigures pool) => new(
        $"funnel-{pool.Pool}", t["figures.funnel"], Weeks(t, pool),
        [
            Counts(t["figures.invited"], pool, AggregateView.Invited), Counts(t["figures.yes"], pool, AggregateView.SaidYes),
            Counts(t["figures.met"], pool, AggregateView.Met),
        ]);

    /// <summary>The share of people whose week had no free slot.</summary>
    public static BarChart Workload(PageTexts t, PoolFigures pool) => new(
        $"workload-{pool.Pool}", t["figures.workload"], Weeks(t, pool),
        [new Series(t["figures.withoutGap"], [.. pool.Weeks.Select(week => pool.Of(week, AggregateView.WithoutGap).Percent)])], "%");

    /// <summary>How many people received how many invitations, in the newest published week.</summary>
    public static BarChart? Load(PageTexts t, PoolFigures pool)
    {
        if (pool.Newest(AggregateView.Invited) is not ({ } week, { Count: { } invited, Of: { } all }))
        {
            return null;
        }

        var more = pool.Of(week, AggregateView.NudgedMoreThanOnce).Count;
        return new BarChart(
            $"load-{pool.Pool}", t.Say("figures.load", Dates.Day(t, week)),
            [t["figures.none"], t[more is null ? "figures.oneOrMore" : "figures.one"], t["figures.more"]],
            [new Series(t["figures.people"], [all - invited, invited - (more ?? 0), more])]);
    }

    /// <summary>
    /// How many had company in the seven days after a week with much AI and after another week, in the newest week with that picture.
    /// </summary>
    public static BarChart? AiWeek(PageTexts t, PoolFigures pool)
    {
        if (pool.Newest(AggregateView.AiWeekMet) is not ({ } week, _))
        {
            return null;
        }

        Series Counts(string name, AggregateView heavy, AggregateView other) =>
            new(t[name], [pool.Of(week, heavy).Count, pool.Of(week, other).Count]);
        return new BarChart(
            $"aiWeek-{pool.Pool}", t.Say("figures.aiWeek", Dates.Day(t, week.PlusWeeks(-1))),
            [t["figures.aiWeekHeavy"], t["figures.aiWeekOther"]],
            [
                Counts("figures.aiWeekMet", AggregateView.AiWeekMet, AggregateView.OtherWeekMet),
                Counts("figures.aiWeekAlone", AggregateView.AiWeekAlone, AggregateView.OtherWeekAlone),
            ]);
    }

    /// <summary>The share of participants who met a colleague in the newest week, by pool size.</summary>
    public static BarChart Reach(PageTexts t, IEnumerable<PoolFigures> pools)
    {
        var classes = pools.Select(pool => pool.Newest(AggregateView.Met)?.Figure).OfType<Figure>()
            .ToLookup(figure => SizeClasses.Count(least => figure.Of >= least));
        double? Percent(IEnumerable<Figure> all) => new Figure(all.Sum(figure => figure.Count), all.Sum(figure => figure.Of)).Percent;
        var indexes = Enumerable.Range(0, SizeClasses.Length + 1).ToList();
        var series = new Series(t["figures.metShare"], [.. indexes.Select(index => Percent(classes[index]))]);
        return new BarChart("reach", t["figures.reach"], [.. indexes.Select(NameOf)], [series], "%");
    }

    private static Series Counts(string name, PoolFigures pool, AggregateView view) =>
        new(name, [.. pool.Weeks.Select(week => (double?)pool.Of(week, view).Count)]);

    private static List<string> Weeks(PageTexts t, PoolFigures pool) => [.. pool.Weeks.Select(week => week.ToString("d MMM", t.Culture))];

    private static string NameOf(int index) => index == 0 ? $"< {SizeClasses[0]}"
        : index == SizeClasses.Length ? $"≥ {SizeClasses[^1]}" : $"{SizeClasses[index - 1]}–{SizeClasses[index] - 1}";
}
