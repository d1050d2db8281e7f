using TeamsConnectBot.Core.Rules;

namespace TeamsConnectBot.Core.Tests.Rules;

public sealed class RuleTextTests
{
    [Test]
    public void Sentences_InDutch_SayTheWholeRule() => Assert.That(
        RuleText.Sentences(ShippedRules.Find("remote-and-rarely-met")!, "nl"),
        Is.EqualTo(new[]
        {
            "Voor iedereen die meedoet: mensen die 60 % of meer van hun werkdagen niet op kantoor zijn en die 21 dagen of langer niemand via de bot troffen.",
            "We bieden een wandeling aan.",
            "Hooguit eens per 2 weken door deze regel. Hooguit 1 per week; na stilte wordt het steeds rustiger, tot eens per 8 weken.",
            "De redenen bewaren we 365 dagen na het antwoord (over AI 10); we tellen nooit over minder dan 10 mensen.",
        }));

    [TestCase("nl", 1, "Hooguit eens per week door deze regel.")]
    [TestCase("nl", 3, "Hooguit eens per 3 weken door deze regel.")]
    [TestCase("en", 1, "At most once a week by this rule.")]
    [TestCase("en", 3, "At most once in 3 weeks by this rule.")]
    public void HowOften_ReadsAsPeopleSayIt(string language, int weeks, string sentence)
    {
        var rule = ShippedRules.Find("remote-and-rarely-met")! with { CadenceWeeks = weeks };

        Assert.That(RuleText.Sentences(rule, language), Has.Some.StartsWith(sentence));
    }

    [Test]
    public void Condition_OrWithinAnd_HasBrackets() => Assert.That(
        RuleText.Condition(new AllOf([new Threshold(Measure.OwnRequest, 1), new AnyOf([new Threshold(Measure.LongestGap, 30), new DepartmentIn(["IT", "Legal"])])]), "en"),
        Is.EqualTo("who asked for it themselves and (with a gap of 30 minutes or more or from IT or Legal)"));

    [TestCase("nl")]
    [TestCase("en")]
    public void EveryMeasureAndSignal_HasItsOwnWords(string language)
    {
        var conditions = Vocabulary.Terms.Select(term => RuleText.Condition(new Threshold(term.Measure, term.Least), language));
        var signals = Enum.GetValues<Signal>().Select(signal => RuleText.Wider(new WiderUse(WideningKind.NewSignal, "", signal.ToString()), language));

        Assert.That(conditions.Concat(signals), Is.Unique.And.All.Not.Contains("!"));
    }

    [Test]
    public void ShippedRules_ExplainThemselvesShortly_InBothLanguages()
    {
        foreach (var rule in ShippedRules.All)
        {
            Assert.That(new[] { rule.Why.Nl, rule.Why.En, rule.Name.Nl, rule.Name.En }, Is.Unique.And.All.Length.LessThan(160).And.All.Not.Contains("!"), rule.Id);
        }
    }

    [Test]
    public void Difference_NamesEachFieldThatDiffers()
    {
        var after = RuleSamples.Simple with { CadenceWeeks = 4, When = new Threshold(Measure.LongestGap, 30), Weights = new NeedWeights { Contact = 10 } };
        var changes = RuleDifference.Between(RuleSamples.Simple, after);

        Assert.That(changes, Is.EqualTo(new[]
        {
            new FieldChange("cadenceWeeks", "0", "4"), new FieldChange("weights.contact", "300", "10"), new FieldChange("when", null, """{"gapMinutesAtLeast":30}"""),
        }));
        Assert.That(RuleText.Change(changes[0], "nl"), Is.EqualTo("weken ertussen: 0 → 4"));
    }
}
