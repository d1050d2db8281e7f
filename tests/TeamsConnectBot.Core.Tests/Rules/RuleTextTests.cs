using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Shipped;
using TeamsConnectBot.Core.Rules.Words;
using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Core.Tests.Rules;

public sealed class RuleTextTests
{
    [Test]
    public void Sentences_InDutch_DescribeTheWholeRule() => Assert.That(
        RuleText.Sentences(ShippedRules.Find("remote-and-rarely-met")!, "nl"),
        Is.EqualTo(new[]
        {
            "Vraag mensen die 3 weken of langer niemand via de bot troffen en die 60 % of meer van hun werkdagen niet op kantoor zijn, "
                + "voor een wandeling, hooguit eens per 2 weken via deze regel.",
            "Met alle regels samen hooguit één per week; na stilte wordt het steeds rustiger, tot eens per 8 weken.",
            "Plaats 300 in de volgorde: van de regels die iemand kiezen, geldt die met het laagste nummer.",
            "Wie voorgaat als niet iedereen gevraagd kan worden, in punten: 300 voor de tijd sinds een contact (alle na 60 dagen), "
                + "210 voor eerder overgebleven zijn, 200 voor er zelf om vragen, 120 voor veel met AI werken (wie daar niets over "
                + "vertelt, telt als ‘de meeste dagen’), 150 voor op afstand werken.",
            "De redenen bewaren we 365 dagen na het antwoord (die over AI en over nieuw zijn 10 dagen); "
                + "we tellen nooit over minder dan 10 mensen.",
        }));

    [TestCase("nl", "200 voor nieuw zijn (de eerste 30 dagen)")]
    [TestCase("en", "200 for being new (the first 30 days)")]
    public void Weights_BeingNew_IsSaidOnlyOfARuleThatSelectsByIt(string language, string says)
    {
        var newcomers = ShippedRules.Find("newcomers-first-month")!;

        Assert.That(string.Concat(RuleText.Sentences(newcomers, language)), Does.Contain(says));
        Assert.That(
            RuleText.Sentences(ShippedRules.Everybody with { Weights = newcomers.Weights }, language), Has.None.Contains(says[..^10]));
    }

    [TestCase("nl", "om naast een collega te werken", "om samen ergens naar te kijken")]
    [TestCase("en", "for working beside a colleague", "for a second pair of eyes")]
    public void Offer_InTheSentence_SaysWhatItIsFor(string language, string coWorking, string help)
    {
        Assert.That(RuleText.Sentence(ShippedRules.Find("ai-week-coworking")!, language), Does.Contain(coWorking));
        Assert.That(RuleText.Sentence(ShippedRules.Everybody with { Offer = Offer.Help }, language), Does.Contain(help));
    }

    // What a reason promises, the rule must offer.
    [Test]
    public void Shipped_Reasons_NameOnlyWhatTheRuleOffers()
    {
        Assert.That(ShippedRules.Find("remote-and-rarely-met")!.Why, Is.EqualTo(new LocalText(
            "Wie de meeste dagen op afstand werkt en drie weken niemand trof, vragen we voor een wandeling met een collega.",
            "We ask people who work away from the office most days and have met nobody for three weeks to go for a walk with a "
                + "colleague.")));
        Assert.That(ShippedRules.Find("newcomers-first-month")!.Why.Nl, Does.Contain("het liefst van andere afdelingen"));
        Assert.That(ShippedRules.All.Select(rule => rule.Why.En), Has.None.Match("^Whoever.*, we ask"));
    }

    [TestCase("nl", "mensen van wie een ja 2 keer of vaker achter elkaar niemand vond", false)]
    [TestCase("nl", "mensen van wie een ja minder dan 2 keer achter elkaar niemand vond", true)]
    [TestCase("en", "people whose yes found nobody 2 times or more in a row", false)]
    [TestCase("en", "people whose yes found nobody fewer than 2 times in a row", true)]
    public void Condition_TurnsLeftOut_SaysInARow(string language, string says, bool isNegated)
    {
        var leftOut = new Threshold(Measure.TurnsLeftOut, 2);

        Assert.That(RuleText.Condition(isNegated ? new Negation(leftOut) : leftOut, language), Is.EqualTo(says));
    }

    [TestCase("nl", 0, 1, "hooguit één keer per week.")]
    [TestCase("nl", 1, 1, "hooguit eens per week via deze regel.")]
    [TestCase("nl", 3, 2, "hooguit eens per 3 weken via deze regel.")]
    [TestCase("nl", 2, 0, "hooguit eens per 2 weken via deze regel, maar nooit zolang het hoogste aantal per week 0 is.")]
    [TestCase("en", 0, 2, "at most 2 times a week.")]
    [TestCase("en", 1, 1, "at most once a week by this rule.")]
    [TestCase("en", 3, 1, "at most once every 3 weeks by this rule.")]
    [TestCase("en", 0, 0, "but never: the most a week is 0.")]
    public void HowOften_AnyCadence_IsNaturalLanguage(string language, int weeks, int mostPerWeek, string sentence)
    {
        var rule = ShippedRules.Everybody with { CadenceWeeks = weeks, Budget = new BudgetRules { MostPerWeek = mostPerWeek } };

        Assert.That(RuleText.Sentence(rule, language), Does.EndWith(", " + sentence));
    }

    [TestCase(
        "nl",
        "mensen die er zelf om vroegen en (ofwel van een van de afdelingen ‘IT’ en ‘Legal’, "
            + "ofwel met een vrij moment van 30 minuten of meer)")]
    [TestCase(
        "en",
        "people who asked for it themselves and (either from one of the departments ‘IT’ and ‘Legal’, "
            + "or with a free moment of 30 minutes or more)")]
    public void Condition_OrWithinAnd_HasParentheses(string language, string says) => Assert.That(
        RuleText.Condition(
            new AllOf(
            [
                new Threshold(Measure.OwnRequest, 1),
                new AnyOf([new Threshold(Measure.LongestGap, 30), new DepartmentIn(["IT", "Legal"])]),
            ]),
            language),
        Is.EqualTo(says));

    [TestCase("nl", "mensen van afdeling Sales die de meeste dagen met AI werken (of daar niets over vertellen)")]
    [TestCase("en", "people from the Sales department who work with AI most days (or tell nothing about it)")]
    public void Condition_BandAndDepartment_IsUnambiguous(string language, string says) =>
        Assert.That(RuleText.Condition(new AllOf([MostDays, new DepartmentIn(["Sales"])]), language), Is.EqualTo(says));

    [TestCase("nl", "mensen die hooguit 30 dagen geleden begonnen, of mensen van afdeling Sales die er zelf om vroegen")]
    [TestCase("en", "people who began at most 30 days ago, or people from the Sales department who asked for it themselves")]
    public void Condition_AndWithinOr_RepeatsPeopleForEachAlternative(string language, string says)
    {
        var both = new AllOf([new Threshold(Measure.OwnRequest, 1), new DepartmentIn(["Sales"])]);

        Assert.That(RuleText.Condition(new AnyOf([both, new Threshold(Measure.DaysSinceJoining, 30)]), language), Is.EqualTo(says));
    }

    [TestCase("nl", "mensen die hooguit soms met AI werken (of daar niets over vertellen), of mensen die niet bij afdeling Sales horen")]
    [TestCase(
        "en", "people who work with AI now and then at most (or tell nothing about it), or people who are not in the Sales department")]
    public void Condition_NotBoth_NegatesEachCondition(string language, string says) =>
        Assert.That(RuleText.Condition(new Negation(new AllOf([MostDays, new DepartmentIn(["Sales"])])), language), Is.EqualTo(says));

    [Test]
    public void Condition_EveryMeasureAndItsNegation_HasItsOwnText([Values("nl", "en")] string language)
    {
        var said = Vocabulary.Terms.SelectMany(
            term =>
                Enumerable.Range(term.Least, Math.Min(3, 1 + term.Most - term.Least)).Select(limit => new Threshold(term.Measure, limit)))
            .SelectMany(one => new[] { RuleText.Condition(one, language), RuleText.Condition(new Negation(one), language) });

        Assert.That(said, Is.Unique);
    }

    [TestCase("nl", "Vraag iedereen die meedoet voor wat voor hun groep is ingesteld, hooguit één keer per week.")]
    [TestCase("en", "Ask everybody who takes part for what is set for their group, at most once a week.")]
    public void Offer_OfThePool_IsExplained(string language, string says) =>
        Assert.That(RuleText.Sentences(ShippedRules.Everybody, language), Has.Member(says));

    [Test]
    public void Keeping_ShorterThanFactsAboutAiAreKept_DoesNotMentionAi() => Assert.That(
        RuleText.Sentences(ShippedRules.Everybody with { KeepFactsDays = 5 }, "nl"),
        Has.Member("De redenen bewaren we 5 dagen na het antwoord; we tellen nooit over minder dan 10 mensen."));

    [TestCase("departmentIn Sales", "nl", "Is ook voor mensen voor wie de regel eerst niet was: mensen van afdeling Sales.")]
    [TestCase("departmentIn *", "nl", "Is ook voor mensen voor wie de regel eerst niet was: mensen van andere afdelingen dan de genoemde.")]
    [TestCase("band none", "nl", "Is ook voor mensen voor wie de regel eerst niet was: mensen die niet met AI werken.")]
    [TestCase("band mostDays", "en", "Is for people, too, for whom the rule was not before: people who work with AI most days.")]
    [TestCase("*", "en", "Is for people, too, for whom the rule was not before: all groups.")]
    [TestCase("everyone, trial", "en", "Is for people, too, for whom the rule was not before: <everyone>, <trial>.")]
    public void Wider_LargerAudience_DescribesThePeople(string after, string language, string says) =>
        Assert.That(RuleText.Wider(new WiderUse(WideningKind.LargerAudience, "", after), language, pool => $"<{pool}>"), Is.EqualTo(says));

    [Test]
    public void Wider_HigherWeightOfAi_HasThePoints() => Assert.That(
        RuleText.Wider(new WiderUse(WideningKind.NewSignal, "weights.aiUse 120", "weights.aiUse 400"), "nl"),
        Is.EqualTo("Laat AI-gebruik zwaarder wegen: 120 → 400 punten."));

    [Test]
    public void Change_EveryField_IsInWordsAndNotInJson([Values("nl", "en")] string language)
    {
        var rule = ShippedRules.Find("remote-and-rarely-met")! with
        {
            When = new AllOf([MostDays, new DepartmentIn(["Sales"])]), Pools = ["everyone"],
            Offer = TeamsConnectBot.Core.People.Offer.CoWorking,
            QuietHours = new TeamsConnectBot.Core.Availability.DailySpan(new(8, 0), new(9, 0)),
        };
        var changes = RuleDifference.Between(null, rule).Where(change => change.Field is not ("format" or "id")).ToList();

        Assert.That(
            changes.Select(change => change.Field),
            Is.SupersetOf(new[] { "when", "pools", "offer", "weights.contact", "weights.unknownStandsFor", "quietHours.from" }));
        foreach (var change in changes.Concat(changes.Select(change => new FieldChange(change.Field, change.After, null))))
        {
            var says = RuleText.Change(change, language);
            Assert.That(says.Split(": ")[0], Does.Not.Match(@"[a-z][A-Z]|\."), "the field's name in JSON");
            Assert.That(says, Does.Not.Match("""[{}\[\]"]|mostDays|coWorking"""), "a value in JSON");
        }
    }

    [Test]
    public void Change_Conditions_AreInTheSameWordsAsTheRule() => Assert.That(
        RuleText.Change(new FieldChange("when", null, """{"all":[{"bandAtLeast":"mostDays"},{"departmentIn":["Sales"]}]}"""), "nl"),
        Is.EqualTo("voorwaarden: iedereen → mensen van afdeling Sales die de meeste dagen met AI werken (of daar niets over vertellen)"));

    [TestCase("nl")]
    [TestCase("en")]
    public void EveryMeasureAndSignal_HasItsOwnText(string language)
    {
        var conditions = Vocabulary.Terms.Select(term => RuleText.Condition(new Threshold(term.Measure, term.Least), language));
        var signals = Enum.GetValues<Signal>()
            .Select(signal => RuleText.Wider(new WiderUse(WideningKind.NewSignal, "", signal.ToString()), language));

        Assert.That(conditions.Concat(signals), Is.Unique.And.All.Not.Contains("!"));
    }

    private static Threshold MostDays { get; } = new(Measure.AiUseBand, (int)AiUseBand.MostDays);

    [Test]
    public void ShippedRules_HaveShortExplanationsInBothLanguages()
    {
        foreach (var rule in ShippedRules.All)
        {
            Assert.That(
                new[] { rule.Why.Nl, rule.Why.En, rule.Name.Nl, rule.Name.En },
                Is.Unique.And.All.Length.LessThan(160).And.All.Not.Contains("!"), rule.Id);
        }
    }

    [Test]
    public void Difference_HasEachChangedField()
    {
        var after = RuleSamples.Simple with
        {
            CadenceWeeks = 4, When = new Threshold(Measure.LongestGap, 30), Weights = new NeedWeights { Contact = 10 },
        };
        var changes = RuleDifference.Between(RuleSamples.Simple, after);

        Assert.That(changes, Is.EqualTo(new[]
        {
            new FieldChange("cadenceWeeks", "0", "4"),
            new FieldChange("weights.contact", "300", "10"),
            new FieldChange("when", null, """{"gapMinutesAtLeast":30}"""),
        }));
        Assert.That(RuleText.Change(changes[0], "nl"), Is.EqualTo("weken ertussen: 0 → 4"));
    }
}
