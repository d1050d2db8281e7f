using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Figures;

namespace TeamsConnectBot.Admin.Overview;

/// <summary>From invitation to meeting in one week, in the counts that were published of it. It counts nothing itself.</summary>
/// <param name="Monday">The week.</param>
/// <param name="People">How many took part when the week was counted.</param>
/// <param name="Steps">Each step, with the key of its text; null where its count is not shown.</param>
internal sealed record RoundFunnel(LocalDate Monday, int People, IReadOnlyList<(string Text, int? Count)> Steps)
{
    private static readonly (AggregateView View, string Text)[] Views =
    [
        (AggregateView.Invited, "figures.invited"), (AggregateView.SaidYes, "figures.yes"), (AggregateView.Met, "figures.met"),
    ];

    /// <summary>The funnel of the newest week of which one of the steps was published; null when there is none.</summary>
    public static RoundFunnel? Newest(PoolFigures? figures) => figures?.Weeks.Reverse().Select(week => Of(figures, week))
        .FirstOrDefault(funnel => funnel.Steps.Any(step => step.Count is not null));

    private static RoundFunnel Of(PoolFigures figures, LocalDate week) => new(
        week, Views.Max(step => figures.Of(week, step.View).Of ?? 0),
        [.. Views.Select(step => (step.Text, figures.Of(week, step.View).Count))]);
}
