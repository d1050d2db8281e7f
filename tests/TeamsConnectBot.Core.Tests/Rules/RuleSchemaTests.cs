using System.Text.Json.Nodes;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Rules.Reading;
using TeamsConnectBot.Core.Rules.Shipped;

namespace TeamsConnectBot.Core.Tests.Rules;

/// <summary>The published schema, the types and the reader agree.</summary>
public sealed class RuleSchemaTests
{
    private static readonly SchemaCheck Schema = new(RuleSchema.Write());
    private static readonly string[] Values =
    [
        "0", "1", "2", "5", "26", "27", "365", "366", "1000", "1001", "-1", "1.5", "null", "true", "false", "\"\"", "\" \"", "\"a\"", "\"A\"", "\"12:30\"", "\"24:00\"",
        "\"mostDays\"", "\"none\"", "\"walk\"", "[]", "[\"a\"]", "[\"a\",\"a\"]", "[1]", "{}", "{\"nl\":\"x\"}", "{\"nl\":\"x\",\"en\":\"y\"}", "{\"askedThemselves\":true}",
        "{\"all\":[]}", "{\"any\":[{\"remoteShareAtLeast\":101}]}", "{\"from\":\"00:00\",\"to\":\"23:59\"}",
    ];

    [Test]
    public void Document_IsTheSchemaTheCodeMakes()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TeamsConnectBot.sln")))
        {
            folder = folder.Parent!;
        }

        Assert.That(File.ReadAllText(Path.Combine(folder.FullName, "docs", "rule.schema.json")).Trim(), Is.EqualTo(RuleSchema.Write().Trim()));
    }

    [Test]
    public void ShippedRules_AreValidForBoth()
    {
        foreach (var rule in ShippedRules.All)
        {
            Assert.That(Schema.Accepts(RuleJson.Write(rule)), rule.Id);
            Assert.That(RuleJson.Read(RuleJson.Write(rule)).Problems, Is.Empty, rule.Id);
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 400)]
    public bool AnyChangeToARule_IsAllowedByBothOrByNeither(int seed)
    {
        var json = Damage(RuleJson.Write(RuleSamples.Random(seed)), new Random(seed));
        var structural = RuleJson.Read(json).Problems.Where(problem => problem.Kind is not (ProblemKind.SelectsNobody or ProblemKind.SelectsEverybody) && !problem.Allowed.StartsWith("bandAtLeast", StringComparison.Ordinal));
        return Schema.Accepts(json) == !structural.Any();
    }

    [Test]
    public void Damage_ManySeeds_MakesBothValidAndInvalidRules()
    {
        var accepted = Enumerable.Range(0, 200).Count(seed => Schema.Accepts(Damage(RuleJson.Write(RuleSamples.Random(seed)), new Random(seed))));

        Assert.That(accepted, Is.InRange(20, 180));
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
