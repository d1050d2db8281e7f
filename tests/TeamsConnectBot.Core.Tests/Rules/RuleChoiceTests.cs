using System.Diagnostics;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Rules.Choosing;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Shipped;
using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Core.Tests.Rules;

public sealed class RuleChoiceTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly NudgeLimits Limits =
        new() { Hours = new WorkingHours(WorkingHours.MondayToFriday, new LocalTime(8, 0), new LocalTime(17, 0), DateTimeZone.Utc) };
    private static readonly Rule Long =
        RuleSamples.Simple with { Id = "long", Order = 1, When = new Threshold(Measure.DaysSinceContact, 30), CadenceWeeks = 2 };

    [TestCase(40, "long")]
    [TestCase(5, "everybody")]
    public void Decide_SeveralRulesSelect_UsesTheFirst(int days, string expected) =>
        Assert.That(Decide(Person(days)).Rule!.Id, Is.EqualTo(expected));

    [Test]
    public void Decide_WithinTheCadence_UsesTheNextRule()
    {
        var lastWeek = new RuleNudge("long", Monday - Duration.FromDays(7));

        Assert.That(Decide(Person(40), [lastWeek]).Rule!.Id, Is.EqualTo("everybody"));
        Assert.That(
            Decide(Person(40), [lastWeek with { SentAt = Monday - Duration.FromDays(14) + Duration.FromHours(1) }]).Rule!.Id,
            Is.EqualTo("long"));
    }

    [TestCase(13, "long")]
    [TestCase(6, "everybody")]
    public void Decide_RoundOnADayOff_CountsTheCadenceUpToTheDayOfTheCard(int daysAgo, string expected)
    {
        var limits = Limits with { Hours = Limits.Hours with { Days = WorkingHours.MondayToFriday.Remove(IsoDayOfWeek.Monday) } };
        var decision = new RuleChoice([ShippedRules.Everybody, Long], "p")
            .Decide(Person(40), Monday, limits, [], [new RuleNudge("long", Monday - Duration.FromDays(daysAgo))]);

        Assert.That((decision.Asks, decision.Rule!.Id), Is.EqualTo((true, expected)));
    }

    [Test]
    public void Decide_WithinTheCadenceAndNoOtherRule_Waits()
    {
        var decision = new RuleChoice([Long], "p")
            .Decide(Person(40), Monday, Limits, [], [new RuleNudge("long", Monday - Duration.FromDays(1))]);

        Assert.That((decision.Asks, decision.Nudge.Reason), Is.EqualTo((false, NudgeReason.CadenceNotOver)));
    }

    [Test]
    public void Decide_NoRuleSelects_DoesNotAsk()
    {
        var decision = new RuleChoice([Long], "p").Decide(Person(5), Monday, Limits, [], []);

        Assert.That((decision.Asks, decision.Rule, decision.Nudge.Reason), Is.EqualTo((false, (Rule?)null, NudgeReason.NoRule)));
    }

    [Test]
    public void Decide_RuleForAnotherPool_IsIgnored() =>
        Assert.That(new RuleChoice([Long with { Pools = ["other"] }], "p").Decide(Person(40), Monday, Limits, [], []).Rule, Is.Null);

    [Test]
    public void Decide_BudgetOfTheFirstRuleIsUsed_UsesTheNextRule()
    {
        var strict = Long with { Budget = new BudgetRules { MostPerWeek = 0 } };

        Assert.That(
            new RuleChoice([strict, ShippedRules.Everybody], "p").Decide(Person(40), Monday, Limits, [], []).Rule!.Id,
            Is.EqualTo("everybody"));
    }

    [Test]
    public void Decide_InTheRulesQuietHours_AsksAfterThem()
    {
        var quiet = Long with { QuietHours = new DailySpan(new LocalTime(8, 0), new LocalTime(12, 0)) };
        var decision = new RuleChoice([quiet], "p")
            .Decide(Person(40), Monday, Limits with { QuietHours = new DailySpan(new LocalTime(12, 0), new LocalTime(13, 0)) }, [], []);

        Assert.That((decision.Asks, decision.Nudge.NextAt), Is.EqualTo((true, (Instant?)Instant.FromUtc(2026, 3, 2, 13, 0))));
    }

    [Test]
    public void Decide_OnlyTheRuleForEverybody_FollowsTheBudget()
    {
        PastNudge[][] histories =
        [
            [],
            [new(Monday - Duration.FromDays(7), NudgeAnswer.Silence)],
            [new(Monday, NudgeAnswer.Open)],
            [new(Monday - Duration.FromDays(2), NudgeAnswer.Silence)],
        ];
        foreach (var past in histories)
        {
            Assert.That(
                new RuleChoice([ShippedRules.Everybody], "p").Decide(Person(5), Monday, Limits, past, []).Nudge,
                Is.EqualTo(InvitationBudget.Decide(Monday, Limits, past, BudgetRules.Default)));
        }
    }

    [Test]
    public void Decide_TenThousandRulesForAThousandPeople_TakesSeconds()
    {
        var rules = Enumerable.Range(0, 10_000).Select(index => Long with
        {
            Id = $"r{index}", Order = 1 + (index % 1000), When = new Threshold(Measure.DaysSinceContact, 100 + (index % 200)),
        });
        var choice = new RuleChoice([.. rules, ShippedRules.Everybody], "p");
        var watch = Stopwatch.StartNew();

        Assert.That(
            Enumerable.Range(0, 1000).Select(_ => choice.Decide(Person(5), Monday, Limits, [], []).Rule!.Id), Has.All.EqualTo("everybody"));

        // It takes seconds; a busy machine may need longer.
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromMinutes(3)));
    }

    [Test]
    public void People_WithoutABand_GetAtLeast95PercentOfTheInvitationsOfThoseWithOne()
    {
        // All shipped rules except the one for everybody, and a stricter one: only people they select are asked.
        Rule[] rules =
        [
            .. ShippedRules.All.Where(rule => rule != ShippedRules.Everybody),
            RuleSamples.Simple with { Id = "strict", Order = 1, When = new Negation(new Threshold(Measure.AiUseBand, 1)) },
        ];
        var choice = new RuleChoice(rules, "p");
        var random = new Random(1);
        var (with, without) = (0, 0);
        for (var person = 0; person < 4000; person++)
        {
            var profile = RuleSamples.Profile(random);
            var band = (AiUseBand)random.Next(4);
            with += Ask(choice, profile with { Need = profile.Need with { AiUse = band } }, random.Next());
            without += Ask(choice, profile.WithoutBand(), random.Next());
        }

        Assert.That(with, Is.GreaterThan(4000));
        Assert.That(without, Is.GreaterThanOrEqualTo(0.95 * with));
    }

    // Eight weekly rounds in which half of the invitations are not answered.
    private static int Ask(RuleChoice choice, RuleProfile profile, int seed)
    {
        var random = new Random(seed);
        var (past, byRule) = (new List<PastNudge>(), new List<RuleNudge>());
        for (var week = 0; week < 8; week++)
        {
            var now = Monday + Duration.FromDays(7 * week);
            if (choice.Decide(profile, now, Limits, past, byRule) is { Asks: true, Rule: { } rule })
            {
                past.Add(new PastNudge(now, random.Next(2) == 0 ? NudgeAnswer.Silence : NudgeAnswer.Answered));
                byRule.Add(new RuleNudge(rule.Id, now));
            }
        }

        return past.Count;
    }

    private static RuleProfile Person(int days) => new() { Need = new NeedInput { DaysSinceContact = days } };

    private static RuleDecision Decide(RuleProfile profile, params RuleNudge[] byRule) =>
        new RuleChoice([ShippedRules.Everybody, Long], "p").Decide(profile, Monday, Limits, [], byRule);
}
