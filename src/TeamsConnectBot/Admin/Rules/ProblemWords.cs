using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime.Text;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Reading;
using TeamsConnectBot.FirstUse;
using TeamsConnectBot.Rules.Experiments;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>
/// Describes what is wrong with a rule in the words of the form. Problems without words here, such as those only a file can have, are
/// described by <see cref="RuleProblem.In"/> with the names of JSON.
/// </summary>
internal static partial class ProblemWords
{
    public static string Say(PageTexts t, RuleProblem problem) => Words(t, problem) ?? problem.In(t.Language);

    private static string? Words(PageTexts t, RuleProblem problem) => (problem.Kind, problem.Field) switch
    {
        (ProblemKind.SelectsNobody, "when") => t["problem.nobody"],
        (ProblemKind.SelectsEverybody, "when") => t["problem.everybody"],
        (not (ProblemKind.Missing or ProblemKind.NotAllowed), _) => null,
        (_, "id") => t["problem.id"],
        (_, "name.nl" or "name.en" or "why.nl" or "why.en") => t.Say("problem.text", Name(t, problem), Highest(problem)),
        (_, "name" or "why") => t.Say("problem.text", t["field." + problem.Field + "." + t.Language], Highest(problem)),
        (_, "quietHours.from" or "quietHours.to") => t.Say("problem.time", Name(t, problem)),
        (_, "offer" or "weights.unknownStandsFor") => t.Say("problem.choice", Name(t, problem)),
        (_, "pools") when problem.Allowed.Contains('≥') => t.Say("problem.smallPools", Highest(problem)),
        (_, "pools") => t.Say("problem.choice", Name(t, problem)),
        (_, "cadenceWeeks") when problem.Allowed.Contains(':') => t.Say("problem.bandCadence", Name(t, problem), Highest(problem)),
        (_, ExperimentRunner.BandField) => t["trial.usesBand"],
        (_, ExperimentRunner.PrivateField) => t["trial.usesPrivate"],
        (_, ExperimentRunner.RunningField) => t["trial.one"],
        (_, VoteOpening.Field) => LocalDatePattern.Iso.Parse(problem.Allowed) is { Success: true, Value: var from }
            ? t.Say("first.voteAgain", Dates.Day(t, from)) : t["first.voteRuns"],
        var (_, field) when field.StartsWith("pools[", StringComparison.Ordinal) => t.Say("problem.noPool", problem.Value, problem.Allowed),
        var (_, field) when field.StartsWith("when", StringComparison.Ordinal) => Condition(t, problem),
        _ when Range().Match(problem.Allowed) is { Success: true } range && t.Find("field." + problem.Field) is { } name =>
            t.Say("problem.number", name, range.Groups["least"].Value, range.Groups["most"].Value),
        _ => null,
    };

    private static string? Condition(PageTexts t, RuleProblem problem)
    {
        var key = problem.Field[(problem.Field.LastIndexOf('.') + 1)..];
        if (Vocabulary.Find(key) is null && key != ConditionRows.Departments)
        {
            var isDepth = key is ConditionRows.All or ConditionRows.Any or "not" && !problem.Allowed.StartsWith('[');
            return Range().Match(problem.Allowed) is { Success: true } range
                ? t.Say(isDepth ? "problem.depth" : "problem.rows", range.Groups["most"].Value)
                : null;
        }

        return key switch
        {
            ConditionRows.Departments => t.Say("problem.departments", Vocabulary.MaxDepartments),
            ConditionRows.Band => t.Say("problem.band", [.. BandWords.All.Select(band => t["band." + band])]),
            not ConditionRows.Asked when Vocabulary.Find(key) is { } term => t.Say("problem.limit", term.Least, term.Most),
            _ => null,
        };
    }

    private static string Name(PageTexts t, RuleProblem problem) => FieldNames.Of(t, problem.Field);

    private static int Highest(RuleProblem problem) =>
        Numbers().Matches(problem.Allowed) is { Count: > 0 } numbers ? int.Parse(numbers[^1].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?:\[ … \], )?(?<least>[0-9]+) … (?<most>[0-9]+)$")]
    private static partial Regex Range();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();
}
