using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Reading;

namespace TeamsConnectBot.Core.Tests.Rules;

public sealed class RuleJsonTests
{
    private const string Start = """{ "format": 1, "id": "a", "name": { "nl": "n", "en": "n" }, "why": { "nl": "w", "en": "w" }, """;

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public bool Read_WrittenRule_IsTheSameRule(int seed)
    {
        var written = RuleJson.Write(RuleSamples.Random(seed));
        var reading = RuleJson.Read(written);
        return reading.Rule is { } rule
            ? RuleJson.Write(rule) == written
            : reading.Problems.All(
                problem =>
                    problem.Kind is ProblemKind.SelectsNobody or ProblemKind.SelectsEverybody || problem.Field is "cadenceWeeks" or "when");
    }

    [Test]
    public void Read_ShortestRule_HasDefaults()
    {
        var rule = RuleJson.Read(Start + """ "pools": [] }""").Rule!;

        Assert.That(
            RuleJson.Write(rule),
            Is.EqualTo(RuleJson.Write(RuleSamples.Simple with { Id = "a", Name = new("n", "n"), Why = new("w", "w") })));
    }

    [TestCase(""" "cadenceWeeks": 30 }""", "cadenceWeeks is 30. Allowed: 0 … 26.")]
    [TestCase(""" "mostPerWeek": "two" }""", "mostPerWeek is \"two\". Allowed: 0 … 5.")]
    [TestCase(""" "mostPerWeek": 1.5 }""", "mostPerWeek is 1.5. Allowed: 0 … 5.")]
    [TestCase(""" "groupMinimum": 4 }""", "groupMinimum is 4. Allowed: 5 … 1000.")]
    [TestCase(""" "offer": "beer" }""", "offer is \"beer\". Allowed: coffee, walk, lunch, coWorking, help, learning.")]
    [TestCase(""" "offer": null }""", "offer is null. Allowed: coffee, walk, lunch, coWorking, help, learning.")]
    [TestCase(""" "weights": { "aiUse": 1001 } }""", "weights.aiUse is 1001. Allowed: 0 … 1000.")]
    [TestCase(""" "quietHours": { "from": "25:00", "to": "09:00" } }""", "quietHours.from is \"25:00\". Allowed: 00:00 … 23:59.")]
    [TestCase(""" "quietHours": { "from": "08:00" } }""", "quietHours.to is missing. Allowed: 00:00 … 23:59.")]
    [TestCase(""" "when": { "all": [ { "gapMinutesAtLeast": 5 } ] } }""", "when.all[0].gapMinutesAtLeast is 5. Allowed: 15 … 480.")]
    [TestCase(
        """ "when": { "not": { "bandAtLeast": "none" } } }""",
        "when.not.bandAtLeast is \"none\". Allowed: some, mostDays, nearlyEveryDay.")]
    [TestCase(""" "when": { "any": [] } }""", "when.any is []. Allowed: [ … ], 1 … 20.")]
    [TestCase(""" "when": { "askedThemselves": false } }""", "when.askedThemselves is false. Allowed: true.")]
    [TestCase(""" "when": 7 }""", "when is 7. Allowed: { … }, 1: all, any, not, bandAtLeast")]
    [TestCase(""" "when": { "mood": "low" } }""", "when.mood does not exist. Allowed: all, any, not, bandAtLeast")]
    [TestCase(""" "frequency": 2 }""", "frequency does not exist. Allowed: $schema, format, id")]
    [TestCase(""" "pools": [ "a", "a" ] }""", "pools is [ \"a\", \"a\" ]. Allowed: [ … ], 0 … 50; 1 … 60.")]
    public void Read_InvalidField_NamesFieldValueAndWhatIsAllowed(string rest, string says)
    {
        var reading = RuleJson.Read(Start + rest);

        Assert.That(reading.Rule, Is.Null);
        Assert.That(reading.Problems.Select(problem => problem.In("en")), Has.One.StartsWith(says));
        Assert.That(reading.Problems.Select(problem => problem.In("nl")), Has.All.Not.Empty);
    }

    [Test]
    public void Read_SeveralProblems_FindsAllAtOnce() =>
        Assert.That(
            RuleJson.Read("""{ "format": 1, "id": "A B", "name": { "nl": "" }, "order": 0 }""").Problems.Select(problem => problem.Field),
            Is.EquivalentTo(new[] { "id", "name.nl", "name.en", "why", "order" }));

    [Test]
    public void Read_InvalidJson_HasThePosition() =>
        Assert.That(RuleJson.Read("{ \"format\": 1,\n oops }").Problems.Single().In("en"), Does.StartWith("This is not valid JSON (2:"));

    [Test]
    public void Read_NewerFormat_IsTheOnlyProblem()
    {
        var problem = RuleJson.Read("""{ "format": 2, "id": 5, "scripting": true }""").Problems.Single();

        Assert.That(
            problem.In("en"),
            Is.EqualTo("format is 2: made by a newer version; the highest here is 1. Update this program, or export it there as 1."));
    }

    [TestCase("""{ "all": [ { "daysSinceContactAtLeast": 30 }, { "not": { "daysSinceContactAtLeast": 20 } } ] }""")]
    [TestCase("""{ "all": [ { "newcomerDaysAtMost": 10 }, { "not": { "newcomerDaysAtMost": 30 } } ] }""")]
    [TestCase("""{ "all": [ { "departmentIn": [ "IT" ] }, { "departmentIn": [ "Legal", "Zorg" ] } ] }""")]
    [TestCase(
        """
        { "all": [ { "departmentIn": [ "IT" ] }, { "not": { "any": [ { "departmentIn": [ "it" ] }, { "askedThemselves": true } ] } } ] }
        """)]
    [TestCase("""
        { "all": [ { "any": [ { "bandAtLeast": "mostDays" }, { "askedThemselves": true } ] },
          { "not": { "bandAtLeast": "some" } }, { "not": { "askedThemselves": true } } ] }
        """)]
    public void Read_ContradictoryConditions_AreRefused(string when)
    {
        var problem = RuleJson.Read(Start + $"\"when\": {when} }}").Problems.Single();

        Assert.That((problem.Kind, problem.Field), Is.EqualTo((ProblemKind.SelectsNobody, "when")));
    }

    [TestCase("""{ "any": [ { "bandAtLeast": "some" }, { "not": { "bandAtLeast": "mostDays" } } ] }""")]
    [TestCase("""{ "not": { "all": [ { "askedThemselves": true }, { "not": { "askedThemselves": true } } ] } }""")]
    public void Read_ConditionsThatHoldForEverybody_AreRefused(string when) =>
        Assert.That(RuleJson.Read(Start + $"\"when\": {when} }}").Problems.Single().Kind, Is.EqualTo(ProblemKind.SelectsEverybody));

    [Test]
    public void Read_TooManyOrTooDeepConditions_AreRefused()
    {
        var twenty = string.Join(',', Enumerable.Repeat("""{ "askedThemselves": true }""", 20));
        var many = string.Join(',', Enumerable.Repeat($$"""{ "all": [ {{twenty}} ] }""", 3));
        var deep = string.Concat(Enumerable.Repeat("""{ "not": """, 8)) + """{ "askedThemselves": true }""" + new string('}', 8);

        Assert.That(RuleJson.Read(Start + $"\"when\": {{ \"all\": [ {many} ] }} }}").Problems.Single().Allowed, Is.EqualTo("0 … 50"));
        Assert.That(RuleJson.Read(Start + $"\"when\": {deep} }}").Problems.Single().Allowed, Is.EqualTo("1 … 6"));
    }

    [Test]
    public void Read_BandWithCadenceLongerThanBandsAreKept_IsRefused() =>
        Assert.That(
            RuleJson.Read(Start + """ "cadenceWeeks": 3, "when": { "bandAtLeast": "some" } }""").Problems.Single().Field,
            Is.EqualTo("cadenceWeeks"));

    [TestCase(""" "offer": "\ud800" }""", "offer", "\"\\ud800\"")]
    [TestCase(""" "$schema": "x\udc00" }""", "$schema", "\"x\\udc00\"")]
    [TestCase(""" "pools": [ "a", "\ud800x" ] }""", "pools[1]", "\"\\ud800x\"")]
    [TestCase(""" "when": { "departmentIn": [ "\ud83d" ] } }""", "when.departmentIn[0]", "\"\\ud83d\"")]
    [TestCase(""" "when": { "bandAtLeast": "\ud83d" } }""", "when.bandAtLeast", "\"\\ud83d\"")]
    [TestCase(""" "weights": { "\ud800": 1 } }""", "weights", "\"\\ud800\": 1")]
    public void Read_HalfACharacter_NamesTheField(string rest, string field, string value)
    {
        var reading = RuleJson.Read(Start + rest);

        Assert.That(reading.Rule, Is.Null);
        Assert.That(reading.Problems.Single(), Is.EqualTo(new RuleProblem(ProblemKind.HalfCharacter, field, value)));
        Assert.That(
            (reading.Problems[0].In("nl"), reading.Problems[0].In("en")),
            Is.EqualTo((
                $"{field} bevat een half teken: {value}. Schrijf die tekst opnieuw.",
                $"{field} has half of a character: {value}. Write that text again.")));
    }

    [Test]
    public void Read_HalfACharacterInTheNameOfAFieldOfTheFile_SaysSo() => Assert.That(
        RuleFile.Read("""{ "\ud800": 1, "rules": [ { "name": { "nl": "\udfff" } } ] }""").Problems.Select(problem => problem.In("en")),
        Is.EqualTo(new[]
        {
            """The file has half of a character: "\ud800": 1. Write that text again.""",
            """rules[0].name.nl has half of a character: "\udfff". Write that text again.""",
        }));

    [Test]
    public void Read_WholeCharactersAsEscapes_AreRead() => Assert.That(
        RuleJson.Read(Start + """ "pools": [ "\ud83d\ude00", "\\ud800" ] }""").Rule!.Pools, Is.EqualTo(new[] { "😀", @"\ud800" }));

    [Test]
    public void Read_ManyUnknownFields_NamesSomeAndCountsTheOthers()
    {
        var fields = Enumerable.Range(0, 150).Select(index => $"\"field{index}{new string('x', 900)}\": 1");
        ProblemKind[] expected = [.. Enumerable.Repeat(ProblemKind.UnknownField, 5), ProblemKind.MoreUnknownFields];

        var problems = RuleJson.Read(Start + string.Join(',', fields) + "}").Problems;

        Assert.That(problems.Select(problem => problem.Kind), Is.EqualTo(expected));
        Assert.That(problems.Select(problem => problem.Field.Length), Is.All.LessThan(70));
        Assert.That(problems[^1].In("nl"), Is.EqualTo("Andere velden die niet bestaan: 145."));
        Assert.That(problems[^1].In("en"), Is.EqualTo("Further fields that do not exist: 145."));
    }

    [Test]
    public void Read_ConditionWithLongName_ShowsItsBeginning()
    {
        var problem = RuleJson.Read(Start + $"\"when\": {{ \"{new string('x', 5000)}\": 1 }} }}").Problems.Single();

        Assert.That(problem.Field, Has.Length.LessThan(80));
    }

    [Test]
    public void File_ManyProblems_KeepsTheFirstHundred()
    {
        var file = $$"""{ "format": 1, "rules": [ {{string.Join(',', Enumerable.Repeat("{}", RuleFile.MaxRules))}} ] }""";
        var before = GC.GetAllocatedBytesForCurrentThread();

        var (rules, problems) = RuleFile.Read(file);

        Assert.That((rules.Length, problems.Length), Is.EqualTo((0, 100)));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(200_000_000));
    }

    [Test]
    public void File_MaximumNumberOfRules_IsNotTooLarge()
    {
        var rules = Enumerable.Range(0, RuleFile.MaxRules).Select(index => RuleSamples.Simple with { Id = $"rule-{index}" });

        Assert.That(System.Text.Encoding.UTF8.GetByteCount(RuleFile.Write(rules)), Is.LessThan(RuleFile.MaxBytes));
    }

    [Test]
    public void File_MaximumNumberOfRules_IsReadWithinSeconds()
    {
        var text = RuleFile.Write(
            Enumerable.Range(0, RuleFile.MaxRules)
                .Select(index => RuleSamples.Simple with { Id = $"rule-{index}", When = new Threshold(Measure.LongestGap, 30) }));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.That(RuleFile.Read(text).Rules, Has.Length.EqualTo(RuleFile.MaxRules));

        // It takes seconds; a busy machine may need longer.
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromMinutes(3)));
    }

    [Test]
    public void File_InvalidOrDuplicateRule_IsRefusedAsAWhole()
    {
        var text = RuleFile.Write([RuleSamples.Simple, RuleSamples.Simple])
            .Replace("\"order\": 500", "\"order\": 5000", StringComparison.Ordinal);
        var (rules, problems) = RuleFile.Read(text);

        Assert.That(rules, Is.Empty);
        Assert.That(problems.Select(problem => (problem.Kind, problem.Field)), Is.EqualTo(new[]
        {
            (ProblemKind.NotAllowed, "rules[0].order"), (ProblemKind.NotAllowed, "rules[1].order"), (ProblemKind.Twice, "rules[1].id"),
        }));
    }

    [Test]
    public void File_NewerFormat_IsRefusedAsAWhole() =>
        Assert.That(
            RuleFile.Read("""{ "format": 3, "rules": [ { "x": 1 } ] }""").Problems.Single().Kind, Is.EqualTo(ProblemKind.NewerFormat));
}
