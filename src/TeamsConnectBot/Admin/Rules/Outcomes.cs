using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Rules;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>Says what came of an act on the rules, and what to do when it did not happen.</summary>
internal static class Outcomes
{
    // A file can have a great many; these are enough to see what is the matter.
    private const int MostProblems = 3;

    public static string Say(PageTexts t, RuleOutcome outcome) => outcome.Kind switch
    {
        RuleOutcomeKind.Invalid => Problems(t, outcome.Problems),
        RuleOutcomeKind.Waiting => t.Say("outcome.Waiting", string.Join("; ", outcome.Wider.Select(use => RuleText.Wider(use, t.Language)))),
        RuleOutcomeKind.NotAllowed => t.Say("outcome.NotAllowed", Offices(t, outcome.Who)),
        _ => t["outcome." + outcome.Kind],
    };

    private static string Problems(PageTexts t, IReadOnlyList<RuleProblem> problems)
    {
        var first = string.Join(' ', problems.Take(MostProblems).Select(problem => problem.In(t.Language)));
        return problems.Count <= MostProblems ? first : $"{first} {t.Say("outcome.more", problems.Count - MostProblems)}";
    }

    public static string Offices(PageTexts t, Offices offices) => string.Join(
        ", ", SignIn.AdminClaims.Each.Where(one => offices.HasFlag(one)).Select(one => t["office." + one]));
}
