using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.DryRuns;

namespace TeamsConnectBot.Core.Tests.Rules;

public sealed class DryRunQuestionTests
{
    private static readonly Condition Band = new Threshold(Measure.AiUseBand, 2);
    private static readonly Condition Gap = new Threshold(Measure.LongestGap, 60);

    [Test]
    public void Question_SameConditionsInAnyForm_IsOneQuestion()
    {
        Condition[] ways =
        [
            new AllOf([Band, Gap, new DepartmentIn(["Sales", "IT"])]),
            new AllOf([new DepartmentIn(["it", "SALES"]), Gap, Band, Gap]),
            new AllOf([new AllOf([Gap, Band]), new AllOf([new DepartmentIn(["IT", "Sales", "it"])])]),
            new AllOf([new Negation(new Negation(Gap)), new AnyOf([Band]), new DepartmentIn(["Sales", "IT"])]),
        ];

        Assert.That(ways.Select(way => Of(way).Text).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public void Question_NameTextsWeightsAndOrder_AreNotPartOfIt()
    {
        var rule = Rule("one", Band);
        var other = Rule("other", Band) with
        {
            Name = new("x", "y"), Why = new("z", "w"), Order = 3, CadenceWeeks = 2, KeepFactsDays = 10, GroupMinimum = 12,
            Weights = new NeedWeights { AiUse = 0 },
        };

        Assert.That(DryRunQuestion.Of([other], "pool"), Is.EqualTo(DryRunQuestion.Of([rule], "pool")));
        Assert.That(DryRunQuestion.Of([rule, other], "pool"), Is.EqualTo(DryRunQuestion.Of([rule], "pool")));
    }

    [Test]
    public void Question_OtherConditions_IsAnotherQuestion()
    {
        Condition[] different =
        [
            Band, Gap, new Negation(Band), new AllOf([Band, Gap]), new AnyOf([Band, Gap]), new Threshold(Measure.AiUseBand, 3),
            new DepartmentIn(["IT"]), new DepartmentIn(["IT", "Sales"]), new DepartmentIn(["IT\",\"SALES"]),
        ];

        Assert.That(different.Select(condition => Of(condition).Text), Is.Unique);
    }

    [Test]
    public void Price_DependsOnTheFactsInTheConditions()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Of(Band).Price, Is.EqualTo(DryRunBudget.PrivateFactsPrice));
            Assert.That(Of(new AllOf([new DepartmentIn(["IT"]), Gap])).Price, Is.EqualTo(DryRunBudget.PrivateFactsPrice));
            Assert.That(Of(new Negation(new DepartmentIn(["IT"]))).Price, Is.EqualTo(DryRunBudget.PublicFactsPrice));
            Assert.That(Of(Condition.Always).Price, Is.Zero);
            Assert.That(
                DryRunQuestion.Of([Rule("all", Condition.Always), Rule("band", Band)], "pool").Price, Is.Zero,
                "everybody is selected anyway");
            Assert.That(
                DryRunQuestion.Of([Rule("elsewhere", Band) with { Pools = ["other"] }], "pool").Price, Is.Zero, "nobody is selected");
        });
    }

    [Test]
    public void Known_EverybodyOrNobody_NeedsNoData()
    {
        Assert.That(Of(Condition.Always).Known(60), Is.EqualTo(60));
        Assert.That(DryRunQuestion.Of([], "pool").Known(60), Is.Zero);
        Assert.That(Of(Band).Known(60), Is.Null);
    }

    private static DryRunQuestion Of(Condition condition) => DryRunQuestion.Of([Rule("rule", condition)], "pool");

    private static Rule Rule(string id, Condition when) => new() { Id = id, Name = new("a", "b"), Why = new("c", "d"), When = when };
}
