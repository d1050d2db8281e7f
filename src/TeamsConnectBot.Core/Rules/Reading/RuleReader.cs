using System.Text.Json;
using System.Text.RegularExpressions;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.Core.Rules.Reading;

/// <summary>The result of reading a rule.</summary>
/// <param name="Rule">The rule; null if there are problems.</param>
/// <param name="Problems">All problems, in the order of the file.</param>
public sealed record RuleReading(Rule? Rule, ImmutableArray<RuleProblem> Problems)
{
    /// <summary>The rule as far as it could be read, with defaults for what is wrong; null if it is no rule at all.</summary>
    public Rule? Attempt { get; init; }
}

/// <summary>Reads a rule from JSON and finds all its problems at once.</summary>
internal static partial class RuleReader
{
    private static readonly Dictionary<string, People.Offer?> Offers =
        RuleFields.Offers.ToDictionary(pair => pair.Key, pair => (People.Offer?)pair.Value);

    // Finding one costs an exception, and a large file can have very many.
    private const int MaxHalves = 10;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <returns>The document; null if it cannot be read, which is then a problem.</returns>
    public static JsonDocument? Parse(string json, ProblemList problems)
    {
        try
        {
            var document = JsonDocument.Parse(json, Lenient);
            var mayHaveHalves = json.Contains("\\u", StringComparison.Ordinal);
            var halves = mayHaveHalves ? HalfCharacters.In(document.RootElement).Take(MaxHalves).ToList() : [];
            if (halves.Count == 0)
            {
                return document;
            }

            document.Dispose();
            problems.Add(halves);
            return null;
        }
        catch (JsonException error)
        {
            problems.Add(new RuleProblem(ProblemKind.NotJson, "", $"{error.LineNumber + 1}:{error.BytePositionInLine + 1}"));
            return null;
        }
    }

    /// <returns>The rule, with defaults for invalid fields.</returns>
    public static Rule Read(JsonElement source, string path, ProblemList problems)
    {
        if (IsNewer(source, path, problems))
        {
            // Fields may have another meaning in a newer version, so they are not read.
            return Nothing;
        }

        var fields = new FieldReader(source, path, RuleFields.All, problems);
        if (source.ValueKind != JsonValueKind.Object)
        {
            return Nothing;
        }

        var values = RuleFields.Numbers.ToDictionary(field => field.Name, field => fields.Number(field, field.Get(Nothing)));
        return new Rule
        {
            Id = fields.Text("id", text => Id().IsMatch(text) && !text.EndsWith('\n'), "a … z, 0 … 9, -; 1 … 60"),
            Name = fields.Both("name", RuleFields.LongestName),
            Why = fields.Both("why", RuleFields.LongestWhy),
            Pools = Pools(fields),
            When = fields.Find("when") is { } when ? new ConditionReader(problems).Read(when, path + "when") : Condition.Always,
            Offer = fields.Choice("offer", Offers, RuleFields.Choice(RuleFields.Offers), null),
            Order = values["order"],
            CadenceWeeks = values["cadenceWeeks"],
            Budget = new BudgetRules { MostPerWeek = values["mostPerWeek"], LongestBackOffWeeks = values["longestBackOffWeeks"] },
            QuietHours = fields.Span("quietHours"),
            Weights = fields.Find("weights") is { } weights ? Weights(weights, path + "weights.", problems) : NeedWeights.Default,
            KeepFactsDays = values["keepFactsDays"],
            GroupMinimum = values["groupMinimum"],
        };
    }

    /// <summary>A list of different names; null if it is anything else.</summary>
    public static ImmutableArray<string>? Names(JsonElement value, int least, int longest)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() < least || value.GetArrayLength() > RuleFields.MaxInList)
        {
            return null;
        }

        var names = value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : "")
            .ToImmutableArray();
        return names.All(name => name.Length >= 1 && name.Length <= longest && !string.IsNullOrWhiteSpace(name))
            && names.Distinct(StringComparer.Ordinal).Count() == names.Length ? names : null;
    }

    private static Rule Nothing { get; } = new() { Id = "", Name = new LocalText("", ""), Why = new LocalText("", "") };

    /// <returns>Whether the format is supported; otherwise the problem is noted.</returns>
    public static bool IsOfThisFormat(JsonElement source, ProblemList problems)
    {
        var before = problems.Count;
        IsNewer(source, "", problems);
        return problems.Count == before;
    }

    private static bool IsNewer(JsonElement source, string path, ProblemList problems)
    {
        if (source.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        if (!source.TryGetProperty("format", out var format))
        {
            problems.Add(new RuleProblem(ProblemKind.Missing, path + "format", Allowed: $"{Rule.Format}"));
            return false;
        }

        if (FieldReader.Number(format, 1, Rule.Format) is not null)
        {
            return false;
        }

        var isNewer = format.ValueKind == JsonValueKind.Number && format.TryGetDecimal(out var value) && value > Rule.Format;
        var kind = isNewer ? ProblemKind.NewerFormat : ProblemKind.NotAllowed;
        problems.Add(new RuleProblem(kind, path + "format", FieldReader.Shown(format), $"{Rule.Format}"));
        return isNewer;
    }

    private static ImmutableArray<string> Pools(FieldReader fields)
    {
        if (fields.Find("pools") is not { } value)
        {
            return [];
        }

        if (Names(value, 0, RuleFields.LongestId) is { } names)
        {
            return names;
        }

        fields.Refuse("pools", value, $"[ … ], 0 … {RuleFields.MaxInList}; 1 … {RuleFields.LongestId}");
        return [];
    }

    private static NeedWeights Weights(JsonElement source, string path, ProblemList problems)
    {
        var fields = new FieldReader(source, path, [.. RuleFields.Weights.Select(field => field.Name), "unknownStandsFor"], problems);
        var values = RuleFields.Weights.ToDictionary(field => field.Name, field => fields.Number(field, field.Get(Nothing)));
        return new NeedWeights
        {
            Contact = values["contact"],
            ContactDays = values["contactDays"],
            AiUse = values["aiUse"],
            UnknownStandsFor = fields.Choice(
                "unknownStandsFor", RuleFields.Bands, RuleFields.Choice(RuleFields.Bands), NeedWeights.Default.UnknownStandsFor),
            TurnsLeftOut = values["turnsLeftOut"],
            Newcomer = values["newcomer"],
            NewcomerDays = values["newcomerDays"],
            Remote = values["remote"],
            OwnRequest = values["ownRequest"],
        };
    }

    [GeneratedRegex(RuleFields.IdPattern, RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
