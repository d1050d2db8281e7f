using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>What the page says beside a form while it is filled in, and at its fields.</summary>
/// <param name="Rule">The rule; null when something is wrong.</param>
/// <param name="Problems">What is.</param>
/// <param name="Warnings">What may be a mistake and is allowed.</param>
/// <param name="Wider">How it uses more of people's data than what is in force: then the works council decides.</param>
internal sealed record RuleCheck(
    Rule? Rule, IReadOnlyList<FormProblem> Problems, IReadOnlyList<FormProblem> Warnings, IReadOnlyList<WiderUse> Wider)
{
    /// <summary>A form nobody filled in yet.</summary>
    public static RuleCheck Blank { get; } = new(null, [], [], []);

    /// <param name="t">The page's words.</param>
    /// <param name="form">The form.</param>
    /// <param name="inForce">The version in force; null when the rule is off or new.</param>
    /// <param name="departments">The departments there are.</param>
    /// <param name="more">What is wrong besides what the rule itself says.</param>
    public static RuleCheck Of(PageTexts t, RuleForm form, Rule? inForce, Departments departments, FormProblem? more = null)
    {
        var reading = form.Read();
        FormProblem[] problems =
        [
            .. more is null ? [] : new[] { more },
            .. reading.Problems.Select(problem => new FormProblem(form.ElementOf(problem.Field), ProblemWords.Say(t, problem))),
            .. Unfinished(t, form),
        ];
        var rule = problems.Length == 0 ? reading.Rule : null;
        return new(rule, problems, [.. Unknown(t, form, departments)], rule is null ? [] : DataUse.Widens(inForce, rule));
    }

    /// <summary>What is wrong at one field.</summary>
    public IEnumerable<string> At(string element) => Problems.Where(problem => problem.Element == element).Select(problem => problem.Text);

    /// <summary>What may be a mistake at one field.</summary>
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
        .SelectMany(
            (row, index) => row.Key == ConditionRows.Departments ? ConditionRows.NamesIn(row.Value).Select(name => (name, index)) : [])
        .Where(one => departments.Lacks(one.name))
        .Select(one => new FormProblem(RuleForm.ValueElement(one.index), t.Say("warning.department", one.name)));
}
