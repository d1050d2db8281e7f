using System.Collections.Immutable;
using System.Text.Json;
using TeamsConnectBot.Core.Rules.Conditions;

namespace TeamsConnectBot.Core.Rules.Reading;

/// <summary>Reads conditions: an object with one key each.</summary>
internal sealed class ConditionReader(ProblemList problems)
{
    public const int MostItems = 20;

    private static readonly string[] Groups = ["all", "any", "not"];
    private static readonly string Keys = string.Join(", ", [.. Groups, .. Vocabulary.Terms.Select(term => term.Key), "departmentIn"]);

    private int leaves;

    public Condition Read(JsonElement source, string path, int depth = 1)
    {
        if (source.ValueKind != JsonValueKind.Object || source.EnumerateObject().Count() != 1)
        {
            return Refuse(path, source, $"{{ … }}, 1: {Keys}");
        }

        var field = source.EnumerateObject().Single();
        var at = $"{path}.{FieldReader.Cut(field.Name)}";
        if (Groups.Contains(field.Name))
        {
            return depth > Condition.Deepest ? Refuse(at, field.Value, $"1 … {Condition.Deepest}") : Group(field.Name, field.Value, at, depth);
        }

        if (++leaves > Condition.MostLeaves)
        {
            return leaves == Condition.MostLeaves + 1 ? Refuse(path, source, $"0 … {Condition.MostLeaves}") : Condition.Always;
        }

        if (field.Name == "departmentIn")
        {
            return Departments(field.Value, at);
        }

        if (Vocabulary.Find(field.Name) is not { } term)
        {
            problems.Add(new RuleProblem(ProblemKind.UnknownField, at, Allowed: Keys));
            return Condition.Always;
        }

        return Limit(term, field.Value, at);
    }

    private Condition Group(string name, JsonElement value, string at, int depth)
    {
        if (name == "not")
        {
            return new Negation(Read(value, at, depth + 1));
        }

        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() is 0 or > MostItems)
        {
            return Refuse(at, value, $"[ … ], 1 … {MostItems}");
        }

        ImmutableArray<Condition> items = [.. value.EnumerateArray().Select((item, index) => Read(item, $"{at}[{index}]", depth + 1))];
        return name == "all" ? new AllOf(items) : new AnyOf(items);
    }

    private Condition Limit(Term term, JsonElement value, string at)
    {
        switch (term.Measure)
        {
            case Measure.AiUseBand when value.ValueKind == JsonValueKind.String && RuleFields.Bands.TryGetValue(value.GetString()!, out var band):
                return new Threshold(term.Measure, (int)band);
            case Measure.AiUseBand:
                return Refuse(at, value, RuleFields.Choice(RuleFields.Bands));
            case Measure.OwnRequest:
                return value.ValueKind == JsonValueKind.True ? new Threshold(term.Measure, 1) : Refuse(at, value, "true");
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= term.Least && number <= term.Most
            ? new Threshold(term.Measure, number)
            : Refuse(at, value, $"{term.Least} … {term.Most}");
    }

    private Condition Departments(JsonElement value, string at)
    {
        if (RuleReader.Names(value, 1, RuleFields.LongestDepartment) is { } names)
        {
            return new DepartmentIn(names);
        }

        return Refuse(at, value, $"[ … ], 1 … {RuleFields.MostInList}; 1 … {RuleFields.LongestDepartment}");
    }

    private Condition Refuse(string at, JsonElement value, string allowed)
    {
        problems.Add(new RuleProblem(ProblemKind.NotAllowed, at, FieldReader.Shown(value), allowed));
        return Condition.Always;
    }
}
