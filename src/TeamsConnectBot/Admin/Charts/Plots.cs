using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Core.Rules.DryRuns;
using TeamsConnectBot.Core.Rules.Experiments;
using TeamsConnectBot.DryRuns;
using TeamsConnectBot.Figures;
using TeamsConnectBot.Rules.Experiments;

namespace TeamsConnectBot.Admin.Charts;

/// <summary>Builds the charts of the admin page, from published counts only.</summary>
internal static class Plots
{
    // The sizes at which a pool works differently (open tables) or at which more can be counted.
    private static readonly int[] SizeClasses = [25, 100, 1000];

    private const string Percent = " %";
    private const double LeastTop = 20;

    /// <summary>How many were invited, said yes and met, by week.</summary>
    public static Chart Funnel(PageTexts t, PoolFigures pool) => new(
        $"funnel-{pool.Pool}", t["figures.funnel"], ChartShape.Columns, Weeks(t, pool.Weeks),
        [
            Counts(t, "figures.invited", pool, AggregateView.Invited), Counts(t, "figures.yes", pool, AggregateView.SaidYes),
            Counts(t, "figures.met", pool, AggregateView.Met),
        ])
    {
        LabelsAre = t["figures.week"],
    };

    /// <summary>The share of people whose week had no free slot, in the weeks in which it was counted.</summary>
    public static Chart Workload(PageTexts t, PoolFigures pool)
    {
        var counted = pool.Weeks.Where(week => pool.All.ContainsKey((week, AggregateView.WithoutGap))).ToList();
        var weeks = counted.Count > 0 ? counted : pool.Weeks;
        var shares = weeks.Select(week => pool.Of(week, AggregateView.WithoutGap).Percent).ToList();

        // A scale that ends at a few percents would make a small share look large.
        var top = Math.Max(LeastTop, shares.Max() ?? 0);
        return new Chart(
            $"workload-{pool.Pool}", t["figures.workload"], ChartShape.Columns, Weeks(t, weeks),
            [new Series(t["figures.withoutGap"], [.. shares.Select(share => Mark.Of(t, share, Percent))], top)])
        {
            LabelsAre = t["figures.week"],
        };
    }

    /// <summary>How many people received how many invitations, in the newest published week.</summary>
    public static Chart? Load(PageTexts t, PoolFigures pool)
    {
        if (pool.Newest(AggregateView.Invited) is not ({ } week, { Count: { } invited, Of: { } all }))
        {
            return null;
        }

        // Where 'more than one' may not be shown, it is one group with 'one'.
        List<(string Name, int Count)> rows = pool.Of(week, AggregateView.NudgedMoreThanOnce).Count is { } more
            ? [("figures.none", all - invited), ("figures.one", invited - more), ("figures.more", more)]
            : [("figures.none", all - invited), ("figures.oneOrMore", invited)];
        return new Chart(
            $"load-{pool.Pool}", t.Say("figures.load", Dates.Day(t, week)), ChartShape.Bars, [.. rows.Select(row => t[row.Name])],
            [new Series(t["figures.people"], [.. rows.Select(row => Mark.Of(t, row.Count))])]);
    }

    /// <summary>
    /// How many had company in the seven days after a week with much AI and after another week, in the newest week with that picture.
    /// </summary>
    public static Chart? AiWeek(PageTexts t, PoolFigures pool)
    {
        if (pool.Newest(AggregateView.AiWeekMet) is not ({ } week, _))
        {
            return null;
        }

        Series Counts(string name, AggregateView heavy, AggregateView other) =>
            new(t[name], [Mark.Of(t, pool.Of(week, heavy).Count), Mark.Of(t, pool.Of(week, other).Count)]);
        return new Chart(
            $"aiWeek-{pool.Pool}", t.Say("figures.aiWeek", Dates.Day(t, week.PlusWeeks(-1))), ChartShape.Bars,
            [t["figures.aiWeekHeavy"], t["figures.aiWeekOther"]],
            [
                Counts("figures.aiWeekMet", AggregateView.AiWeekMet, AggregateView.OtherWeekMet),
                Counts("figures.aiWeekAlone", AggregateView.AiWeekAlone, AggregateView.OtherWeekAlone),
            ]);
    }

    /// <summary>
    /// The share of participants who met a colleague in the newest week, by pool size; only sizes of which there is a figure.
    /// </summary>
    public static Chart Reach(PageTexts t, IEnumerable<PoolFigures> pools)
    {
        var classes = pools.Select(pool => pool.Newest(AggregateView.Met)?.Figure).OfType<Figure>()
            .GroupBy(figure => SizeClasses.Count(least => figure.Of >= least)).OrderBy(group => group.Key).ToList();
        var shares = classes.Select(group => new Figure(group.Sum(figure => figure.Count), group.Sum(figure => figure.Of)).Percent);
        return new Chart(
            "reach", t["figures.reach"], ChartShape.Bars, [.. classes.Select(group => NameOf(t, group.Key))],
            [new Series(t["figures.metShare"], [.. shares.Select(share => Mark.Of(t, share, Percent))], Top: 100)]);
    }

    /// <summary>
    /// What a comparison of two versions showed, step by step: the share of each with its confidence interval as a band.
    /// </summary>
    public static Chart Steps(PageTexts t, ExperimentReport trial)
    {
        Series Version(int number, Func<ExperimentStep, (double Share, ConfidenceInterval Between)> of) => new(
            t.Say("trial.version", number),
            [.. trial.Steps.Select(step =>
            {
                var (share, between) = of(step);
                return Mark.Around(t, 100 * between.Low, 100 * share, 100 * between.High);
            })],
            Top: 100);
        return new Chart(
            "steps", t["trial.met"], ChartShape.Columns, [.. trial.Steps.Select(step => step.Until.ToString("d MMM", t.Culture))],
            [
                Version(trial.One, step => (step.One.Share, step.Comparison.One)),
                Version(trial.Other, step => (step.Other.Share, step.Comparison.Other)),
            ])
        {
            LabelsAre = t["trial.weeksBefore"],
        };
    }

    /// <summary>What a rule would do in four weeks, beside what the rules in force do.</summary>
    public static Chart TryOut(PageTexts t, DryRunReport report)
    {
        DryRunOutlook[] both = [report.Published!.Outlook, report.Draft!.Outlook];
        Series Of(string name, Func<DryRunOutlook, Spread> spread, string unit = "", double? top = null) => new(
            t[name], [.. both.Select(spread).Select(one => Mark.Between(one.Least, one.Most, one + unit))],
            top ?? both.Max(one => spread(one).Most));
        return new Chart(
            $"try-{report.Pool}", t["try.picture"], ChartShape.Bars, [t["try.now"], t["try.then"]],
            [
                Of("try.nudges", outlook => outlook.Invitations),
                Of("try.reached", outlook => outlook.Reached, Percent, top: 100),
                Of("try.unreached", outlook => outlook.Unreached),
                new Series(
                    t["try.each"],
                    [.. both.Select(one => Mark.Between(one.EachAtLeast, one.EachAtMost, t.Say("try.atMost", one.EachAtMost)))],
                    Top: DryRunOutlook.Weeks),
            ])
        {
            ComparesWithFirst = true,
        };
    }

    private static Series Counts(PageTexts t, string name, PoolFigures pool, AggregateView view) =>
        new(t[name], [.. pool.Weeks.Select(week => Mark.Of(t, pool.Of(week, view).Count))]);

    private static List<string> Weeks(PageTexts t, IEnumerable<LocalDate> weeks) =>
        [.. weeks.Select(week => week.ToString("d MMM", t.Culture))];

    private static string NameOf(PageTexts t, int index) => t.Say(
        "figures.peopleOf",
        index == 0 ? $"< {SizeClasses[0]}"
            : index == SizeClasses.Length ? $"≥ {SizeClasses[^1]}" : $"{SizeClasses[index - 1]}–{SizeClasses[index] - 1}");
}
