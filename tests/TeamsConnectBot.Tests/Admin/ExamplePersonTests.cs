using TeamsConnectBot.Admin.Preview;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Shipped;
using TeamsConnectBot.Core.Rules.Words;
using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>The made-up person in a preview of 'why this?' must be somebody the rule selects.</summary>
internal sealed class ExamplePersonTests
{
    private static IEnumerable<Rule> Rules()
    {
        foreach (var rule in ShippedRules.All)
        {
            yield return rule;
        }

        foreach (var term in Vocabulary.Terms)
        {
            foreach (var limit in new[] { term.Least, (term.Least + term.Most) / 2, term.Most })
            {
                yield return With(new Threshold(term.Measure, limit));
                // A condition that always holds, such as a band of at least none, has no example that does not meet it.
                yield return With(new Negation(new Threshold(term.Measure, limit)));
            }
        }

        yield return With(new DepartmentIn(["Sales"]));
        yield return With(new Negation(new DepartmentIn(["Sales"])));
        var ownRequest = new Threshold(Measure.OwnRequest, 1);
        yield return With(new AnyOf([new AllOf([ownRequest, new Negation(ownRequest)]), new Threshold(Measure.TurnsLeftOut, 2)]));
        yield return With(new Negation(new AllOf([new Threshold(Measure.AiUseBand, 2), new DepartmentIn(["Sales"])])));
    }

    [TestCaseSource(nameof(Rules))]
    public void Example_IsSomebodyTheRuleSelects(Rule rule) =>
        Assert.That(rule.When.Evaluate(ExamplePerson.Of(rule)), Is.EqualTo(Truth.Yes), RuleText.Condition(rule.When, "en"));

    [Test]
    public void Facts_OfEveryShippedRule_FitTheRule()
    {
        Assert.That(ShippedRules.All.Select(ExamplePerson.FactsOf), Is.All.Not.Empty);
        Assert.That(
            ExamplePerson.FactsOf(ShippedRules.Find("ai-week-coffee")!),
            Has.Some.Matches<NeedFact>(fact => fact is { Kind: NeedFactKind.AiUse, Value: (int)AiUseBand.MostDays }));
        Assert.That(
            ExamplePerson.FactsOf(ShippedRules.Find("newcomers-first-month")!),
            Has.Some.Matches<NeedFact>(fact => fact.Kind == NeedFactKind.Newcomer));
        Assert.That(
            ExamplePerson.FactsOf(ShippedRules.Find("long-time-no-contact")!),
            Has.Some.Matches<NeedFact>(fact => fact is { Kind: NeedFactKind.DaysSinceContact, Value: >= 42 }));
        Assert.That(
            ExamplePerson.FactsOf(ShippedRules.Find("remote-and-rarely-met")!),
            Has.Some.Matches<NeedFact>(fact => fact is { Kind: NeedFactKind.RemoteDays, Value: >= 3 }));
    }

    [Test]
    public void Example_OfANewcomer_MetNobodyBeforeTheyWorkedHere()
    {
        var people = ShippedRules.All.Select(rule => (rule.Id, ExamplePerson.Of(rule).Need)).ToList();

        Assert.That(people.Where(person => person.Need.DaysSinceContact > person.Need.DaysSinceJoining), Is.Empty);
        Assert.That(people.Single(person => person.Id == "newcomers-first-month").Need.DaysSinceJoining, Is.EqualTo(15));
        Assert.That(
            ExamplePerson.FactsOf(ShippedRules.Find("newcomers-first-month")!).Select(fact => fact.Kind),
            Has.Member(NeedFactKind.NoContactYet).And.No.Member(NeedFactKind.DaysSinceContact));
    }

    private static Rule With(Condition when) => ShippedRules.Everybody with { When = when };
}
