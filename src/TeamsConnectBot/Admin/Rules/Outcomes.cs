using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Core.Rules.Reading;
using TeamsConnectBot.Core.Rules.Words;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Book;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>Says what came of an act on the rules, and what to do when it did not happen.</summary>
internal static class Outcomes
{
    // A file can have a great many; these are enough to see what is the matter.
    private const int MostProblems = 3;

    /// <param name="t">The page's words.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="nameOf">What people call a pool.</param>
    public static string Say(PageTexts t, RuleOutcome outcome, Func<string, string>? nameOf = null) => outcome.Kind switch
    {
        RuleOutcomeKind.Invalid => Problems(t, outcome.Problems),
        RuleOutcomeKind.Waiting =>
            PageNotes.Lines([t["outcome.Waiting"], .. outcome.Wider.Select(use => RuleText.Wider(use, t.Language, nameOf))]),
        RuleOutcomeKind.NotAllowed => t.Say("outcome.NotAllowed", Offices(t, outcome.Who)),
        _ => t["outcome." + outcome.Kind],
    };

    private static string Problems(PageTexts t, IReadOnlyList<RuleProblem> problems)
    {
        var first = string.Join(' ', problems.Take(MostProblems).Select(problem => ProblemWords.Say(t, problem)));
        return problems.Count <= MostProblems ? first : $"{first} {t.Say("outcome.more", problems.Count - MostProblems)}";
    }

    public static string Offices(PageTexts t, Offices offices) => string.Join(
        ", ", SignIn.AdminClaims.Each.Where(one => offices.HasFlag(one)).Select(one => t["office." + one]));
}
