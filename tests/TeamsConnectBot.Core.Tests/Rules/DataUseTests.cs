using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Shipped;
using TeamsConnectBot.Core.Rules.Words;

namespace TeamsConnectBot.Core.Tests.Rules;

public sealed class DataUseTests
{
    private static readonly Rule InForce = RuleSamples.Simple with
    {
        Pools = ["a", "b"], When = new AllOf([new Threshold(Measure.AiUseBand, 2), new Threshold(Measure.DaysSinceContact, 30)]),
        KeepFactsDays = 100, GroupMinimum = 12,
    };

    [Test]
    public void SwitchingOn_RuleForEverybody_UsesNothingNew() => Assert.That(DataUse.Widens(null, ShippedRules.Everybody), Is.Empty);

    [Test]
    public void SwitchingOn_AnyOtherShippedRule_WaitsForTheWorksCouncil() =>
        Assert.That(
            ShippedRules.All.Where(rule => rule != ShippedRules.Everybody).Select(rule => DataUse.Widens(null, rule).Count),
            Has.All.GreaterThan(0));

    [Test]
    public void NewSignal_Widens() => Widens(
        InForce with { When = new AllOf([InForce.When, new Threshold(Measure.RemoteShare, 50)]) },
        new WiderUse(WideningKind.NewSignal, "", "OfficeDays"));

    [Test]
    public void HigherWeightOfAiUse_Widens() => Widens(
        InForce with { Weights = new NeedWeights { AiUse = 500 } },
        new WiderUse(WideningKind.NewSignal, "weights.aiUse 120", "weights.aiUse 500"));

    [Test]
    public void AnotherPool_Widens() =>
        Widens(InForce with { Pools = ["a", "c"] }, new WiderUse(WideningKind.LargerAudience, "a, b", "a, c"));

    [Test]
    public void AllPools_Widens() => Widens(InForce with { Pools = [] }, new WiderUse(WideningKind.LargerAudience, "a, b", "*"));

    [Test]
    public void LowerBand_Widens() => Widens(
        InForce with { When = new AllOf([new Threshold(Measure.AiUseBand, 1), new Threshold(Measure.DaysSinceContact, 30)]) },
        new WiderUse(WideningKind.LargerAudience, "", "band some"));

    [Test]
    public void AnotherDepartment_Widens()
    {
        var before = InForce with { When = new DepartmentIn(["IT"]) };

        Assert.That(
            DataUse.Widens(before, before with { When = new DepartmentIn(["IT", "Legal"]) }),
            Is.EqualTo(new[] { new WiderUse(WideningKind.LargerAudience, "", "departmentIn Legal") }));
        Assert.That(
            DataUse.Widens(before, before with { When = Condition.Always }).Select(wider => wider.After),
            Is.EqualTo(new[] { "departmentIn *" }));
    }

    [Test]
    public void LongerKeeping_Widens() =>
        Widens(InForce with { KeepFactsDays = 101 }, new WiderUse(WideningKind.LongerKeeping, "100", "101"));

    [Test]
    public void LowerMinimum_Widens() => Widens(InForce with { GroupMinimum = 11 }, new WiderUse(WideningKind.LowerMinimum, "12", "11"));

    [Test]
    public void Tuning_DoesNotWiden()
    {
        var tuned = InForce with
        {
            Name = new("x", "x"), Why = new("y", "y"), Pools = ["b"], Offer = People.Offer.Walk, Order = 1, CadenceWeeks = 1,
            KeepFactsDays = 5, GroupMinimum = 50,
            Budget = new BudgetRules { MostPerWeek = 5 }, Weights = new NeedWeights { Contact = 900, AiUse = 0 },
            When = new AllOf([new Threshold(Measure.AiUseBand, 3), new Threshold(Measure.DaysSinceContact, 14)]),
        };

        Assert.That(DataUse.Widens(InForce, tuned), Is.Empty);
    }

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public bool SameRule_NeverWidens(int seed) => DataUse.Widens(RuleSamples.Random(seed), RuleSamples.Random(seed)).Count == 0;

    [Test]
    public void EveryWidening_HasItsOwnTextInBothLanguages() =>
        Assert.That(
            Enum.GetValues<WideningKind>().Select(kind => new WiderUse(kind, "12", "5"))
                .SelectMany(wider => new[] { RuleText.Wider(wider, "nl"), RuleText.Wider(wider, "en") }),
            Is.Unique);

    private static void Widens(Rule after, WiderUse expected) =>
        Assert.That(DataUse.Widens(InForce, after), Is.EqualTo(new[] { expected }));
}
