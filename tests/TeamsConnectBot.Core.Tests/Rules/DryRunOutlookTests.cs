using FsCheck;
using FsCheck.Fluent;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.DryRuns;

namespace TeamsConnectBot.Core.Tests.Rules;

/// <summary>What a dry-run says about four weeks: spreads in which the truth lies, from blurred counts.</summary>
public sealed class DryRunOutlookTests
{
    [Test]
    public void Margin_HoldsNinetyFiveTimesInAHundred_AndASmallerOneDoesNot()
    {
        var ratio = Math.Exp(-1 / Estimate.Scale);
        double Within(int margin) => 1 - 2 * Math.Pow(ratio, margin + 1) / (1 + ratio);

        Assert.That(Within(Estimate.Margin), Is.GreaterThanOrEqualTo(0.95));
        Assert.That(Within(Estimate.Margin - 1), Is.LessThan(0.95));

        var estimate = new Estimate(new byte[32]);
        var held = Enumerable.Range(0, 20_000).Count(question => Math.Abs(estimate.Blur(500, $"{question}") - 500) <= Estimate.Margin);
        Assert.That(held / 20_000.0, Is.InRange(0.945, 0.965));
    }

    [Test]
    public void Everybody_EveryWeek_IsKnownButForTheBlur_WhateverElseSelectsSomeOfThem()
    {
        var everybody = Weekly with { When = Condition.Always };
        Rule[] others = [Weekly with { CadenceWeeks = 8 }, Weekly with { Budget = new BudgetRules { MostPerWeek = 0 } }];
        var counts = new DryRunCounts(100, 100, 100, IsEverybodyOrNobody: true);

        Assert.That(
            new[] { DryRunOutlook.Of(counts, [everybody], rounds: 4), DryRunOutlook.Of(counts, [everybody, .. others], rounds: 4) },
            Is.All.EqualTo(new DryRunOutlook(new(80, 120), new(65, 100), new(0, 40), 1, 4)));
    }

    [Test]
    public void Nobody_IsInvitedNever()
    {
        var outlook = DryRunOutlook.Of(new DryRunCounts(100, 90, 0, IsEverybodyOrNobody: true), [], rounds: 4);

        Assert.That(outlook, Is.EqualTo(new DryRunOutlook(new(0, 0), new(0, 0), new(80, 120), 0, 0)));
    }

    [TestCase(0, 4)]
    [TestCase(1, 4)]
    [TestCase(2, 2)]
    [TestCase(3, 2)]
    [TestCase(4, 1)]
    [TestCase(26, 1)]
    public void OnePerson_GetsAsManyInvitationsAsTheCadenceAllows(int cadenceWeeks, int most)
    {
        var outlook = DryRunOutlook.Of(new DryRunCounts(100, 90, 60, false), [Weekly with { CadenceWeeks = cadenceWeeks }], rounds: 4);

        Assert.That((outlook.EachAtLeast, outlook.EachAtMost), Is.EqualTo((1, most)));
    }

    [Test]
    public void Rule_ThatInvitesNobody_BesideAnother_LeavesOpenHowManyAreInvited()
    {
        var silent = Weekly with { Id = "silent", Budget = new BudgetRules { MostPerWeek = 0 } };

        var both = DryRunOutlook.Of(new DryRunCounts(200, 200, 150, false), [Weekly, silent], rounds: 4);
        var alone = DryRunOutlook.Of(new DryRunCounts(200, 200, 150, false), [silent], rounds: 4);

        Assert.That((both.Invitations.Least, both.Reached.Least), Is.EqualTo((0, 0)));
        Assert.That(both.Invitations.Most, Is.GreaterThan(100));
        Assert.That((alone.Invitations, alone.EachAtMost), Is.EqualTo((new Spread(0, 0), 0)));
    }

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public Property Truth_WhenTheBlurIsWithinItsMargin_LiesInEverySpread() => Prop.ForAll(
        (from audience in Gen.Choose(25, 2000)
         from asked in Gen.Choose(0, audience)
         from selected in Gen.Choose(0, audience)
         from noise in Gen.Choose(-Estimate.Margin, Estimate.Margin).ArrayOf(3)
         from cadence in Gen.Choose(0, 26)
         from rounds in Gen.Choose(1, 4)
         select (audience, asked, selected, noise, cadence, rounds)).ToArbitrary(),
        one =>
        {
            var counts = new DryRunCounts(
                Math.Max(0, one.audience + one.noise[0]), Math.Max(0, one.asked + one.noise[1]), Math.Max(0, one.selected + one.noise[2]),
                IsEverybodyOrNobody: false);
            var outlook = DryRunOutlook.Of(counts, [Weekly with { CadenceWeeks = one.cadence }], one.rounds);

            // The most: nobody rests, and each round asks others. The least: everybody was just asked, and always the same can be.
            var part = (double)one.selected / one.audience;
            var each = (double)one.asked / one.audience;
            double[] invitations = [part * one.asked, part * one.asked / Math.Max(1, one.cadence)];
            double[] reached = [part * each, part * Math.Min(1, one.rounds * each)];
            return (invitations.All(number => Holds(outlook.Invitations, number))
                && reached.All(share => Holds(outlook.Reached, 100 * share))
                && reached.All(share => Holds(outlook.Unreached, one.audience * (1 - share)))
                && outlook.Reached is { Least: >= 0, Most: <= 100 } && outlook.Invitations.Least >= 0 && outlook.Unreached.Least >= 0)
                .Label($"{one} gave {outlook}");
        });

    private static Rule Weekly { get; } = new()
    {
        Id = "weekly", Name = new("Week", "Week"), Why = new("Omdat.", "Because."), When = new Threshold(Measure.DaysSinceContact, 42),
    };

    private static bool Holds(Spread spread, double number) => spread.Least <= number + 1e-9 && number - 1e-9 <= spread.Most;
}
