using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Rules;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>Says what came of an act on the rules, and what to do when it did not happen.</summary>
internal static class Outcomes
{
    public static string Say(PageTexts t, RuleOutcome outcome) => outcome.Kind switch
    {
        RuleOutcomeKind.Invalid => string.Join(' ', outcome.Problems.Select(problem => problem.In(t.Language))),
        RuleOutcomeKind.Waiting => t.Say("outcome.Waiting", string.Join("; ", outcome.Wider.Select(use => RuleText.Wider(use, t.Language)))),
        RuleOutcomeKind.NotAllowed => t.Say("outcome.NotAllowed", Offices(t, outcome.Who)),
        _ => t["outcome." + outcome.Kind],
    };

    public static string Offices(PageTexts t, Offices offices) => string.Join(
        ", ", SignIn.AdminClaims.Each.Where(one => offices.HasFlag(one)).Select(one => t["office." + one]));
}
