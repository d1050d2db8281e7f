using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Words;
using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Core.Tests.Rules;

/// <summary>
/// Every rule of the schema has one text in each language; rules that differ have different texts; the same rule, however it is written,
/// has the same text. Id, names and 'why' are no part of what a rule does, and of its text.
/// </summary>
public sealed class RuleSentenceProperties
{
    private static readonly string[] Languages = ["nl", "en"];

    // Names that look like words of a sentence, like two names, or like quotation marks.
    private static readonly string[] OddNames =
    [
        "Sales", "sales", "Legal", "Sales’ en ‘Legal", "Sales’ and ‘Legal", "‘Sales’", "Sales”", "“Sales", "Sales”” en “Legal",
        "IT die er zelf om vroegen", "IT", "department", "die", "Raad d’Advies", "R&D", "Sales ", "A, B", "A", "B", "(A", "A)", "1", "of",
        "of mensen", "’", "”", "””", "‘", "“",
    ];

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Rule_InEachLanguage_HasOneTextWithoutNamesFromItsFile(int seed)
    {
        var rule = Whole(new Random(seed));
        return Languages.All(language => RuleText.Sentences(rule, language) is [var first, _, _, _, ..] all
            && first == RuleText.Sentence(rule, language)
            && all.SequenceEqual(RuleText.Sentences(rule with { Id = "other" }, language))
            && all.All(one => one.EndsWith('.') && !one.Contains("  ", StringComparison.Ordinal))
            && !Regex.IsMatch(string.Concat(all), "[a-z][A-Z]|departmentIn"));
    }

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public bool Rule_WrittenInAnotherWay_ReadsTheSame(int seed)
    {
        var random = new Random(seed);
        var rule = Whole(random);
        var again = rule with
        {
            Id = "other", Name = new("x", "y"), Why = new("x", "y"), When = Rewrite(rule.When, random, 3),
            Pools = Shuffle(rule.Pools, random),
        };
        return Languages.All(language => Text(rule, language) == Text(again, language));
    }

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public bool Rule_ChangedInOneThing_ReadsTheSameOnlyIfItIsTheSame(int seed)
    {
        var random = new Random(seed);
        var rule = Whole(random);
        var changed = Change(rule, random);
        return Languages.All(language => (Text(rule, language) == Text(changed, language)) == (Canonical(rule) == Canonical(changed)));
    }

    [Test]
    public void Changes_OfManySeeds_AreOftenARealChange()
    {
        var changes = Enumerable.Range(0, 500).Count(seed =>
        {
            var random = new Random(seed);
            var rule = Whole(random);
            return Canonical(rule) != Canonical(Change(rule, random));
        });

        Assert.That(changes, Is.GreaterThan(300), "otherwise the property above says little");
    }

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public bool Departments_WithOddNames_ReadTheSameOnlyIfTheyAreTheSame(int seed)
    {
        var random = new Random(seed);
        var (one, other) = (Odd(random), Odd(random));
        return Languages.All(language =>
            (RuleText.Condition(one, language) == RuleText.Condition(other, language)) == (Canonical(one) == Canonical(other)));
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Pools_WithOddNames_ReadTheSameOnlyIfTheyAreTheSame(int seed)
    {
        var random = new Random(seed);
        var (one, other) = (RuleSamples.Simple with { Pools = Names(random) }, RuleSamples.Simple with { Pools = Names(random) });
        return Languages.All(language => (Text(one, language) == Text(other, language)) == (Canonical(one) == Canonical(other)));
    }

    [Test]
    public void Conditions_AllSmallOnes_HaveDifferentTextsIfAndOnlyIfTheyDiffer([Values("nl", "en")] string language)
    {
        Condition[] leaves =
        [
            new Threshold(Measure.AiUseBand, 2), new Threshold(Measure.OwnRequest, 1), new DepartmentIn(["IT"]),
            new DepartmentIn(["IT", "HR"]),
        ];
        Condition[] small = [.. leaves, .. leaves.Select(leaf => new Negation(leaf))];
        Condition[] pairs = [.. small.SelectMany(one => small.SelectMany(other => Groups(one, other)))];
        Condition[] some = [.. pairs.Where((_, index) => index % 3 == 0)];
        Condition[] all =
        [
            .. small, .. pairs, .. pairs.SelectMany(pair => small.SelectMany(one => Groups(pair, one))),
            .. some.SelectMany(one => some.SelectMany(other => Groups(one, other))).SelectMany(four => Groups(four, leaves[0])),
        ];
        var (byText, byForm) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        foreach (var condition in all)
        {
            var (text, form) = (RuleText.Condition(condition, language), Canonical(condition));
            Assert.That(byText.TryAdd(text, form) || byText[text] == form, text);
            Assert.That(byForm.TryAdd(form, text) || byForm[form] == text, form);
        }

        Assert.That(byText, Has.Count.EqualTo(byForm.Count).And.Count.GreaterThan(2000));
    }

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public bool Conditions_ThatReadTheSame_SelectTheSamePeople(int seed)
    {
        var random = new Random(seed);
        var condition = RuleSamples.Condition(random, 2);
        var other = Rewrite(condition, random, 4);
        return RuleText.Condition(condition, "nl") == RuleText.Condition(other, "nl")
            && Enumerable.Range(0, 50).Select(_ => RuleSamples.Profile(random))
                .All(person => condition.Evaluate(person) == other.Evaluate(person));
    }

    [TestCase(
        "nl",
        "Vraag in de groepen ‘nacht’ en ‘trial’ mensen van afdeling Sales die de meeste dagen met AI werken "
            + "(of daar niets over vertellen) en die 3 weken of langer niemand via de bot troffen, "
            + "om naast een collega te werken, hooguit eens per 2 weken via deze regel, niet tussen 18:00 en 09:00.")]
    [TestCase(
        "en",
        "In the groups ‘nacht’ and ‘trial’, ask people from the Sales department who work with AI most days "
            + "(or tell nothing about it) and who have met nobody through the bot for 3 weeks or longer, "
            + "for working beside a colleague, at most once every 2 weeks by this rule, not between 18:00 and 09:00.")]
    public void Sentence_OfARuleWithAllItsParts_SaysThemInOrder(string language, string says) => Assert.That(
        RuleText.Sentence(
            RuleSamples.Simple with
            {
                Pools = ["trial", "nacht"],
                When = new AllOf(
                    [new Threshold(Measure.DaysSinceContact, 21), new Threshold(Measure.AiUseBand, 2), new DepartmentIn(["Sales"])]),
                Offer = Offer.CoWorking, CadenceWeeks = 2, QuietHours = new(new(18, 0), new(9, 0)),
            },
            language),
        Is.EqualTo(says));

    [Test]
    public void SentenceForSelected_SaysNothingOfTheConditions([Values("nl", "en")] string language)
    {
        var rule = RuleSamples.Simple with { When = new Threshold(Measure.AiUseBand, 3), Offer = Offer.Walk, CadenceWeeks = 2 };

        Assert.That(
            RuleText.SentenceForSelected(rule, language),
            Is.EqualTo(
                language == "nl"
                    ? "Vraag wie bij deze regel past, voor een wandeling, hooguit eens per 2 weken via deze regel."
                    : "Ask whoever this rule is for, for a walk, at most once every 2 weeks by this rule."));
    }

    private static string Text(Rule rule, string language) => string.Join('\n', RuleText.Sentences(rule, language));

    private static Rule Whole(Random random) => RuleSamples.Random(random.Next()) with
    {
        Offer = random.Next(4) == 0 ? null : (Offer)random.Next(Enum.GetValues<Offer>().Length),
        CadenceWeeks = random.Next(0, 27),
        Pools = random.Next(2) == 0 ? [] : Names(random),
        Weights = new NeedWeights
        {
            Contact = Points(random), ContactDays = random.Next(1, 366), AiUse = Points(random), Remote = Points(random),
            UnknownStandsFor = (AiUseBand)random.Next(1, 4), TurnsLeftOut = Points(random), Newcomer = Points(random),
            NewcomerDays = random.Next(1, 366), OwnRequest = Points(random),
        },
    };

    private static int Points(Random random) => random.Next(3) == 0 ? 0 : random.Next(1001);

    private static Rule Change(Rule rule, Random random)
    {
        var (weights, budget) = (rule.Weights, rule.Budget);
        return random.Next(17) switch
        {
            0 => rule with { Pools = [.. rule.Pools, "more"] },
            1 => rule with { Pools = [] },
            2 => rule with { When = RuleSamples.Condition(random, 3) },
            3 => rule with { When = new Negation(rule.When) },
            4 => rule with { Offer = (Offer)random.Next(6) },
            5 => rule with { Order = random.Next(1, 1001) },
            6 => rule with { CadenceWeeks = random.Next(0, 4) },
            7 => rule with { Budget = budget with { MostPerWeek = random.Next(0, 6) } },
            8 => rule with { Budget = budget with { LongestBackOffWeeks = random.Next(1, 27) } },
            9 => rule with { QuietHours = random.Next(2) == 0 ? null : new(new(8, random.Next(60)), new(9, random.Next(60))) },
            10 => rule with { Weights = weights with { Contact = Points(random), ContactDays = random.Next(1, 366) } },
            11 => rule with { Weights = weights with { AiUse = Points(random), UnknownStandsFor = (AiUseBand)random.Next(1, 4) } },
            12 => rule with { Weights = weights with { Newcomer = Points(random), NewcomerDays = random.Next(1, 366) } },
            13 => rule with { Weights = weights with { Remote = weights.OwnRequest, OwnRequest = weights.Remote } },
            14 => rule with { Weights = weights with { TurnsLeftOut = Points(random), NewcomerDays = random.Next(1, 366) } },
            15 => rule with { KeepFactsDays = random.Next(1, 366) },
            _ => rule with { GroupMinimum = random.Next(5, 1001) },
        };
    }

    // The same condition: other order, groups around parts, double negations, De Morgan, parts said twice.
    private static Condition Rewrite(Condition condition, Random random, int depth)
    {
        var inner = condition switch
        {
            AllOf { Items.IsEmpty: false } all => random.Next(3) == 0
                ? new Negation(new AnyOf([.. Shuffle(all.Items, random).Select(item => new Negation(Rewrite(item, random, depth - 1)))]))
                : new AllOf(Again(all.Items, random, depth)),
            AnyOf { Items.IsEmpty: false } any => random.Next(3) == 0
                ? new Negation(new AllOf([.. Shuffle(any.Items, random).Select(item => new Negation(Rewrite(item, random, depth - 1)))]))
                : new AnyOf(Again(any.Items, random, depth)),
            Negation not => new Negation(Rewrite(not.Item, random, depth - 1)),
            DepartmentIn departments => new DepartmentIn(Shuffle(departments.Names, random)),
            _ => condition,
        };
        return (depth <= 0 ? 9 : random.Next(8)) switch
        {
            0 => new Negation(new Negation(inner)),
            1 => new AllOf([inner]),
            2 => new AnyOf([inner, inner]),
            _ => inner,
        };
    }

    private static ImmutableArray<Condition> Again(ImmutableArray<Condition> items, Random random, int depth)
    {
        var rewritten = items.Select(item => Rewrite(item, random, depth - 1)).ToList();
        return Shuffle([.. random.Next(3) == 0 ? rewritten.Append(rewritten[0]) : rewritten], random);
    }

    private static ImmutableArray<T> Shuffle<T>(ImmutableArray<T> items, Random random) => [.. items.OrderBy(_ => random.Next())];

    private static IEnumerable<Condition> Groups(Condition one, Condition other) => [new AllOf([one, other]), new AnyOf([one, other])];

    private static Condition Odd(Random random)
    {
        Condition leaf = random.Next(4) == 0 ? new Threshold(Measure.OwnRequest, 1) : new DepartmentIn(Names(random));
        return random.Next(4) switch
        {
            0 => new Negation(leaf),
            1 => new AllOf([leaf, new Threshold(Measure.OwnRequest, 1)]),
            _ => leaf,
        };
    }

    private static ImmutableArray<string> Names(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(1, 4)).Select(_ => OddNames[random.Next(OddNames.Length)]).Distinct(StringComparer.Ordinal)
            .DistinctBy(name => name.ToUpperInvariant(), StringComparer.Ordinal),
    ];

    // Written apart from the code under test: sets of sets, with negations at the leaves.
    private static string Canonical(Condition condition, bool holds = true) => condition switch
    {
        Negation not => Canonical(not.Item, !holds),
        AllOf all => Set(all.Items, holds, isAll: holds),
        AnyOf any => Set(any.Items, holds, isAll: !holds),
        Threshold threshold => $"{holds} {threshold.Measure} {threshold.Value}",
        DepartmentIn departments => $"{holds} in {JsonSerializer.Serialize(departments.Names.Order(StringComparer.Ordinal))}",
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private static string Set(IEnumerable<Condition> items, bool holds, bool isAll)
    {
        var (open, dull, decisive) = isAll ? ("ALL", "ALL[]", "ANY[]") : ("ANY", "ANY[]", "ALL[]");
        var parts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var part in items.Select(item => Canonical(item, holds)))
        {
            // A set of the same kind is opened: its parts stand between brackets, one a line.
            var isSame = part.StartsWith(open + "[", StringComparison.Ordinal);
            parts.UnionWith(isSame ? JsonSerializer.Deserialize<string[]>(part[open.Length..])! : [part]);
        }

        parts.Remove(dull);
        return parts.Contains(decisive) ? decisive
            : parts.Count == 1 ? parts.Single() : open + JsonSerializer.Serialize(parts);
    }

    private static string Canonical(Rule rule)
    {
        var weights = rule.Weights;
        var newcomer = rule.When.Thresholds().Any(one => one.Measure == Measure.DaysSinceJoining) ? weights.Newcomer : 0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {JsonSerializer.Serialize(rule.Pools.Order(StringComparer.Ordinal))} {Canonical(rule.When)} {rule.Offer} {rule.Order}
            {rule.CadenceWeeks} {rule.Budget.MostPerWeek} {rule.Budget.LongestBackOffWeeks} {rule.QuietHours?.From} {rule.QuietHours?.To}
            {rule.KeepFactsDays} {rule.GroupMinimum} {weights.Contact} {(weights.Contact > 0 ? weights.ContactDays : 0)} {weights.AiUse}
            {(weights.AiUse > 0 ? weights.UnknownStandsFor : 0)} {weights.TurnsLeftOut} {newcomer}
            {(newcomer > 0 ? weights.NewcomerDays : 0)} {weights.Remote} {weights.OwnRequest}
            """);
    }
}
