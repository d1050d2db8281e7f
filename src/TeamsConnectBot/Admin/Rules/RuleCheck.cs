using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Words;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>The messages shown beside a form and at its fields while it is filled in.</summary>
/// <param name="Rule">The rule; null when something is wrong.</param>
/// <param name="Attempt">The rule as far as it could be read, for its sentence; null when there is none.</param>
/// <param name="Problems">What is wrong.</param>
/// <param name="Warnings">What is allowed but may be a mistake.</param>
/// <param name="Wider">How the rule uses more personal data than the version in force; if so, the works council decides.</param>
internal sealed record RuleCheck(
    Rule? Rule, Rule? Attempt, IReadOnlyList<FormProblem> Problems, IReadOnlyList<FormProblem> Warnings, IReadOnlyList<WiderUse> Wider)
{
    /// <summary>The parts of the sentence that can't be said yet, because something in them is wrong.</summary>
    public IReadOnlySet<RulePart> WrongParts { get; private init; } = new HashSet<RulePart>();

    /// <summary>Whether the form was only just opened or changed in its shape, so that nothing is reported about it yet.</summary>
    public bool IsEarly { get; private init; }

    /// <param name="t">The page's texts.</param>
    /// <param name="form">The form.</param>
    /// <param name="inForce">The version in force; null when the rule is off or new.</param>
    /// <param name="departments">The departments that exist.</param>
    /// <param name="more">A problem that does not follow from the rule itself.</param>
    public static RuleCheck Of(PageTexts t, RuleForm form, Rule? inForce, Departments departments, FormProblem? more = null)
    {
        var reading = form.Read();
        FormProblem[] unfinished = [.. Unfinished(t, form)];
        FormProblem[] problems =
        [
            .. new[] { more }.OfType<FormProblem>(),
            .. reading.Problems.Select(problem => new FormProblem(form.ElementOf(problem.Field), ProblemWords.Say(t, problem))),
            .. unfinished,
        ];
        var rule = problems.Length == 0 ? reading.Rule : null;
        return new(rule, reading.Attempt, problems, [.. Unknown(t, form, departments)], rule is null ? [] : DataUse.Widens(inForce, rule))
        {
            WrongParts = reading.Problems.Select(problem => PartOf(problem.Field)).OfType<RulePart>()
                .Concat(unfinished.Length > 0 ? [RulePart.People] : []).ToHashSet(),
        };
    }

    /// <summary>The same without problems, for a form on which nobody has said yet that it is ready.</summary>
    public RuleCheck Early() => this with { Problems = [], IsEarly = true };

    /// <summary>The problems at one field.</summary>
    public IEnumerable<string> At(string element) => Problems.Where(problem => problem.Element == element).Select(problem => problem.Text);

    /// <summary>The warnings at one field.</summary>
    public IEnumerable<string> WarningsAt(string element) =>
        Warnings.Where(warning => warning.Element == element).Select(warning => warning.Text);

    private static RulePart? PartOf(string field) => field.Split('.', '[')[0] switch
    {
        "when" => RulePart.People,
        "pools" => RulePart.Groups,
        "offer" => RulePart.Offer,
        "cadenceWeeks" or "mostPerWeek" => RulePart.Often,
        "quietHours" => RulePart.Quiet,
        _ => null,
    };

    private static IEnumerable<FormProblem> Unfinished(PageTexts t, RuleForm form) => form.AllRows().Select(one => one.Row switch
    {
        { Key: "", Value: { Length: > 0 } value } => new FormProblem(RuleForm.KeyElement(one.Id), t.Say("problem.noCondition", value)),
        { Key: "", Not: true } => new FormProblem(RuleForm.KeyElement(one.Id), t["problem.notWhat"]),
        { Key: ConditionRows.Asked, Value.Length: > 0 } row =>
            new FormProblem(RuleForm.ValueElement(one.Id), t.Say("problem.noLimit", t["condition." + row.Key])),
        { IsGroup: true, IsFilled: false } => new FormProblem(RuleForm.GroupElement(one.Id), t["problem.emptyGroup"]),
        _ => null,
    }).OfType<FormProblem>();

    private static IEnumerable<FormProblem> Unknown(PageTexts t, RuleForm form, Departments departments) => form.AllRows()
        .Where(one => one.Row.Key == ConditionRows.Departments)
        .SelectMany(one => one.Row.Departments.Where(departments.Lacks)
            .Select(name => new FormProblem(RuleForm.ValueElement(one.Id), t.Say("warning.department", name))));
}

/// <summary>A message at a field of a form.</summary>
/// <param name="Element">The id of the field, or of the group it is in.</param>
/// <param name="Text">What is wrong and what to do, in the reader's language.</param>
internal sealed record FormProblem(string Element, string Text);
