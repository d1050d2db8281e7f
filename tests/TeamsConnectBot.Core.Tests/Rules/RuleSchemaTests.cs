using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsConnectBot.Core.Rules.Reading;
using TeamsConnectBot.Core.Rules.Shipped;

namespace TeamsConnectBot.Core.Tests.Rules;

/// <summary>The published schema and the reader accept the same rules.</summary>
public sealed class RuleSchemaTests
{
    private static readonly RuleSchemaValidator Schema = new(PublishedSchema());
    private static readonly string[] Values =
    [
        "0", "1", "2", "5", "26", "27", "365", "366", "1000", "1001", "-1", "1.5", "null", "true", "false", "\"\"", "\" \"", "\"a\"",
        "\"A\"", "\"12:30\"", "\"24:00\"",
        "\"mostDays\"", "\"none\"", "\"walk\"", "[]", "[\"a\"]", "[\"a\",\"a\"]", "[1]", "{}", "{\"nl\":\"x\"}",
        "{\"nl\":\"x\",\"en\":\"y\"}", "{\"askedThemselves\":true}",
        "{\"all\":[]}", "{\"any\":[{\"remoteShareAtLeast\":101}]}", "{\"from\":\"00:00\",\"to\":\"23:59\"}",
    ];

    [Test]
    public void Boundaries_OfEveryField_AreTheSameInSchemaAndReader()
    {
        var (accepted, refused) = (0, 0);
        foreach (var (path, field) in Fields(Schema.Root.GetProperty("properties"), ""))
        {
            foreach (var value in Boundaries(field))
            {
                var json = WithField(path, value);
                Assert.That(IsReadable(json), Is.EqualTo(Schema.Accepts(json)), $"{path}: {value?.ToJsonString()}");
                _ = Schema.Accepts(json) ? accepted++ : refused++;
            }
        }

        Assert.That(accepted, Is.GreaterThan(100));
        Assert.That(refused, Is.GreaterThan(100));
    }

    [Test]
    public void ShippedRules_AreValidInSchemaAndReader()
    {
        foreach (var rule in ShippedRules.All)
        {
            Assert.That(Schema.Accepts(RuleJson.Write(rule)), rule.Id);
            Assert.That(RuleJson.Read(RuleJson.Write(rule)).Problems, Is.Empty, rule.Id);
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 400)]
    public bool AnyChangeToARule_IsAcceptedByBothOrByNeither(int seed)
    {
        var json = Damage(RuleJson.Write(RuleSamples.Random(seed)), new Random(seed));
        return Schema.Accepts(json) == IsReadable(json);
    }

    [Test]
    public void Damage_ManySeeds_MakesBothValidAndInvalidRules()
    {
        var damaged = Enumerable.Range(0, 200).Select(seed => Damage(RuleJson.Write(RuleSamples.Random(seed)), new Random(seed)));
        var accepted = damaged.Count(Schema.Accepts);

        Assert.That(accepted, Is.InRange(20, 180));
    }

    private static string PublishedSchema()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TeamsConnectBot.sln")))
        {
            folder = folder.Parent!;
        }

        return File.ReadAllText(Path.Combine(folder.FullName, "docs", "rule.schema.json"));
    }

    // A schema cannot express contradictions, or the cadence of rules that use bands.
    private static bool IsReadable(string json) => RuleJson.Read(json).Problems.All(problem =>
        problem.Kind is ProblemKind.SelectsNobody or ProblemKind.SelectsEverybody
        || problem.Allowed.StartsWith("bandAtLeast", StringComparison.Ordinal));

    private static IEnumerable<(string Path, JsonElement Field)> Fields(JsonElement properties, string path) =>
        properties.EnumerateObject().SelectMany(property => property.Value switch
        {
            { } value when value.TryGetProperty("properties", out var inner) => Fields(inner, $"{path}{property.Name}."),
            { } value when value.TryGetProperty("$ref", out _) && path.Length == 0 =>
                Fields(Schema.Root.GetProperty("$defs").GetProperty("condition").GetProperty("properties"), $"{property.Name}."),
            var value => [(path + property.Name, value)],
        });

    private static IEnumerable<JsonNode?> Boundaries(JsonElement field)
    {
        int[] lengths = [0, 1, 60, 61, 80, 81, 128, 129, 300, 301];
        var texts = lengths.Select(length => new string('x', length)).Concat([" ", "A", "a\nb", "00:00", "23:59", "24:00", "1:00"]);
        int[] counts = [0, 1, 2, 20, 21, 50, 51];
        object[] values = field.TryGetProperty("type", out var type)
            ? type.GetString() switch
            {
                "integer" => [Limit("minimum") - 1, Limit("minimum"), Limit("maximum"), Limit("maximum") + 1],
                "string" => [.. texts],
                "array" when field.GetProperty("items").TryGetProperty("$ref", out _) =>
                    [.. counts.Select(count => Enumerable.Repeat(new Dictionary<string, bool> { ["askedThemselves"] = true }, count))],
                _ =>
                [
                    .. texts.Select(text => new[] { text }),
                    .. counts.Select(count => Enumerable.Range(0, count).Select(item => $"{item}")),
                    new[] { "a", "a" },
                ],
            }
            : field.TryGetProperty("enum", out var choices)
                ? [.. choices.EnumerateArray().Select(choice => (object)choice.GetString()!), "unknown"]
            : [true, false, 1];
        return values.Select(value => JsonSerializer.SerializeToNode(value));

        int Limit(string name) => field.GetProperty(name).GetInt32();
    }

    private static string WithField(string path, JsonNode? value)
    {
        var quiet = RuleSamples.Simple with { QuietHours = new(new(8, 0), new(9, 0)) };
        var rule = JsonNode.Parse(RuleJson.Write(quiet))!.AsObject();
        var names = path.Split('.');
        var target = names is [var parent, _] ? (JsonObject)(rule[parent] ??= new JsonObject()) : rule;
        target[names[^1]] = value;
        return rule.ToJsonString();
    }

    private static string Damage(string json, Random random)
    {
        var rule = JsonNode.Parse(json)!.AsObject();
        for (var change = random.Next(0, 3); change > 0; change--)
        {
            var target = random.Next(4) == 0 && rule["weights"] is JsonObject weights ? weights : rule;
            var names = target.Select(field => field.Key).Append("extra").Append("when").Append("offer").ToList();
            var name = names[random.Next(names.Count)];
            target.Remove(name);
            if (random.Next(4) > 0)
            {
                target[name] = JsonNode.Parse(Values[random.Next(Values.Length)]);
            }
        }

        return rule.ToJsonString();
    }
}
