using System.Text.Json;
using TeamsConnectBot.Core.Rules.Conditions;

namespace TeamsConnectBot.Core.Rules.Reading;

/// <summary>Reads conditions, which are objects with one key each.</summary>
internal sealed class ConditionReader(ProblemList problems)
{
    private const int MaxItems = 20;
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
            return depth > Condition.MaxDepth
                ? Refuse(at, field.Value, $"1 … {Condition.MaxDepth}")
                : Group(field.Name, field.Value, at, depth);
        }

        if (++leaves > Condition.MaxLeaves)
        {
            return leaves == Condition.MaxLeaves + 1 ? Refuse(path, source, $"0 … {Condition.MaxLeaves}") : Condition.Always;
        }

        if (field.Name == "departmentIn")
        {
            return RuleReader.Names(field.Value, 1, RuleFields.LongestDepartment) is { } names
                ? new DepartmentIn(names)
                : Refuse(at, field.Value, $"[ … ], 1 … {RuleFields.MaxInList}; 1 … {RuleFields.LongestDepartment}");
        }

        if (Vocabulary.Find(field.Name) is { } term)
        {
            return Limit(term, field.Value, at);
        }

        problems.Add(new RuleProblem(ProblemKind.UnknownField, at, Allowed: Keys));
        return Condition.Always;
    }

    private Condition Group(string name, JsonElement value, string at, int depth)
    {
        if (name == "not")
        {
            return new Negation(Read(value, at, depth + 1));
        }

        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() is 0 or > MaxItems)
        {
            return Refuse(at, value, $"[ … ], 1 … {MaxItems}");
        }

        ImmutableArray<Condition> items = [.. value.EnumerateArray().Select((item, index) => Read(item, $"{at}[{index}]", depth + 1))];
        return name == "all" ? new AllOf(items) : new AnyOf(items);
    }

    private Condition Limit(ThresholdTerm term, JsonElement value, string at)
    {
        var (limit, allowed) = term.Measure switch
        {
            Measure.AiUseBand =>
                (FieldReader.Choice(value, RuleFields.Bands, out var band) ? (int)band : null, RuleFields.Choice(RuleFields.Bands)),
            Measure.OwnRequest => (value.ValueKind == JsonValueKind.True ? 1 : null, "true"),
            _ => (FieldReader.Number(value, term.Least, term.Most), $"{term.Least} … {term.Most}"),
        };
        return limit is { } number ? new Threshold(term.Measure, number) : Refuse(at, value, allowed);
    }

    private Condition Refuse(string at, JsonElement value, string allowed)
    {
        problems.Add(new RuleProblem(ProblemKind.NotAllowed, at, FieldReader.Shown(value), allowed));
        return Condition.Always;
    }
}
