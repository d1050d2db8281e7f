using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Core.Rules.Reading;
using TeamsConnectBot.Core.Rules.Words;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>Describes the outcome of an action on the rules, and what to do when it failed.</summary>
internal static class Outcomes
{
    // A file can have very many problems; a few are enough to see what is wrong.
    private const int MostProblems = 3;

    /// <param name="t">The page's texts.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="nameOf">Gives the display name of a pool.</param>
    public static string Say(PageTexts t, RuleOutcome outcome, Func<string, string>? nameOf = null) => outcome.Kind switch
    {
        RuleOutcomeKind.Invalid => Problems(t, outcome.Problems),
        RuleOutcomeKind.Waiting =>
            string.Join('\n', [t["outcome.Waiting"], .. outcome.Wider.Select(use => RuleText.Wider(use, t.Language, nameOf))]),
        RuleOutcomeKind.NotAllowed => t.Say("outcome.NotAllowed", Roles(t, outcome.Who)),
        _ => Done(t, t["outcome." + outcome.Kind], outcome),
    };

    /// <summary>What was done, and that it ended a trial if it did.</summary>
    public static string Done(PageTexts t, string done, RuleOutcome outcome) =>
        outcome.EndedTrial ? $"{done} {t["trial.endedToo"]}" : done;

    private static string Problems(PageTexts t, IReadOnlyList<RuleProblem> problems)
    {
        var first = string.Join(' ', problems.Take(MostProblems).Select(problem => ProblemWords.Say(t, problem)));
        return problems.Count <= MostProblems ? first : $"{first} {t.Say("outcome.more", problems.Count - MostProblems)}";
    }

    public static string Roles(PageTexts t, Role roles) =>
        string.Join(", ", RoleOptions.All.Where(role => roles.HasFlag(role)).Select(role => t["role." + role]));
}
