using NodaTime.Text;
using TeamsConnectBot.Core.Rules.Reading;

namespace TeamsConnectBot.Rules.Store;

/// <summary>The works council's answer to a change.</summary>
/// <param name="Approves">Whether it agrees.</param>
/// <param name="Until">The last day of a yes that ends by itself; null when it does not.</param>
/// <param name="Reason">Why, for the log and the report; may be empty.</param>
internal sealed record ApprovalAnswer(bool Approves, LocalDate? Until = null, string Reason = "")
{
    /// <summary>The maximum length of a reason.</summary>
    public const int MostReason = 300;

    /// <summary>The furthest last day, in days from today.</summary>
    public const int MostDays = 730;

    /// <summary>What is wrong with it on a day; null when nothing is.</summary>
    public RuleProblem? ProblemOn(LocalDate today)
    {
        if (Reason.Length > MostReason)
        {
            return new RuleProblem(ProblemKind.NotAllowed, "reason", $"{Reason.Length}", $"{MostReason}");
        }

        return Until is { } day && (day <= today || day > today.PlusDays(MostDays))
            ? new RuleProblem(ProblemKind.NotAllowed, "until", LocalDatePattern.Iso.Format(day), "…") : null;
    }

    /// <summary>What the log says besides the decision: <c>until 2026-12-31; reason</c>.</summary>
    public string Detail => string.Join("; ", new[]
    {
        Until is { } day ? "until " + LocalDatePattern.Iso.Format(day) : "", Reason,
    }.Where(part => part.Length > 0));
}
