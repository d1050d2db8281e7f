using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>The messages shown beside a form and at its fields while it is filled in.</summary>
/// <param name="Rule">The rule; null when something is wrong.</param>
/// <param name="Problems">What is wrong.</param>
/// <param name="Warnings">What is allowed but may be a mistake.</param>
/// <param name="Wider">How the rule uses more personal data than the version in force; if so, the works council decides.</param>
internal sealed record RuleCheck(
    Rule? Rule, IReadOnlyList<FormProblem> Problems, IReadOnlyList<FormProblem> Warnings, IReadOnlyList<WiderUse> Wider)
{
    /// <summary>The check of an empty form.</summary>
    public static RuleCheck Blank { get; } = new(null, [], [], []);

    /// <param name="t">The page's texts.</param>
    /// <param name="form">The form.</param>
    /// <param name="inForce">The version in force; null when the rule is off or new.</param>
    /// <param name="departments">The departments that exist.</param>
    /// <param name="more">A problem that does not follow from the rule itself.</param>
    public static RuleCheck Of(PageTexts t, RuleForm form, Rule? inForce, Departments departments, FormProblem? more = null)
    {
        var reading = form.Read();
        FormProblem[] problems =
        [
            .. new[] { more }.OfType<FormProblem>(),
            .. reading.Problems.Select(problem => new FormProblem(form.ElementOf(problem.Field), ProblemWords.Say(t, problem))),
            .. Unfinished(t, form),
        ];
        var rule = problems.Length == 0 ? reading.Rule : null;
        return new(rule, problems, [.. Unknown(t, form, departments)], rule is null ? [] : DataUse.Widens(inForce, rule));
    }

    /// <summary>The problems at one field.</summary>
    public IEnumerable<string> At(string element) => Problems.Where(problem => problem.Element == element).Select(problem => problem.Text);

    /// <summary>The warnings at one field.</summary>
    public IEnumerable<string> WarningsAt(string element) =>
        Warnings.Where(warning => warning.Element == element).Select(warning => warning.Text);

    private static IEnumerable<FormProblem> Unfinished(PageTexts t, RuleForm form) => form.Rows.Select((row, index) => row switch
    {
        { Key: "", Value: { Length: > 0 } value } => new FormProblem(RuleForm.KeyElement(index), t.Say("problem.noCondition", value)),
        { Key: "", Not: true } => new FormProblem(RuleForm.KeyElement(index), t["problem.notWhat"]),
        { Key: ConditionRows.Asked, Value.Length: > 0 } =>
            new FormProblem(RuleForm.ValueElement(index), t.Say("problem.noLimit", t["condition." + row.Key])),
        _ => null,
    }).OfType<FormProblem>();

    private static IEnumerable<FormProblem> Unknown(PageTexts t, RuleForm form, Departments departments) => form.Rows
        .SelectMany((row, index) => row.Key != ConditionRows.Departments ? [] : ConditionRows.NamesIn(row.Value).Where(departments.Lacks)
            .Select(name => new FormProblem(RuleForm.ValueElement(index), t.Say("warning.department", name))));
}

/// <summary>A message at a field of a form.</summary>
/// <param name="Element">The id of the field, or of the group it is in.</param>
/// <param name="Text">What is wrong and what to do, in the reader's language.</param>
internal sealed record FormProblem(string Element, string Text);
