using System.Buffers.Binary;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Core.Rules.Trying;

namespace TeamsConnectBot.Core.Tests.Rules;

/// <summary>
/// Plays somebody in office who wants to know one person's band, knows everything about everybody else, and sees the blurred counts
/// themselves, which is more than the ranges on the page. Without any dry-run they are right half of the time.
/// </summary>
public sealed class DryRunAttackTests
{
    private const int Organisations = 20_000;
    private const double AtMost = 0.60;

    [Test]
    public void Band_AfterAMonthOfDryRuns_IsGuessedAtMostTenPointsBetter()
    {
        var right = Play(DryRunBudget.APoolAndMonth, organisation => Spend(organisation, asked: 120));

        TestContext.Out.WriteLine($"{Organisations} organisations, a month of dry-runs each: {right:P1} right");
        Assert.That(right, Is.InRange(0.49, AtMost));
    }

    // Shows that the attacker is good enough for the test above to mean something.
    [Test]
    public void Band_WithoutABudget_IsGuessedFarBetter()
    {
        var right = Play(budget: int.MaxValue, organisation => Spend(organisation, asked: 120));

        TestContext.Out.WriteLine($"{Organisations} organisations, 120 questions each: {right:P1} right");
        Assert.That(right, Is.GreaterThan(0.75));
    }

    // 'Everybody' and 'everybody but the one person, if their band is high': are these the same set?
    [Test]
    public void Band_ByComparingTwoSetsThatMayBeTheSame_IsGuessedAtMostTenPointsBetter()
    {
        var right = Play(DryRunBudget.APoolAndMonth, organisation =>
        {
            var others = organisation.Ask("others", 40, withTarget: false);
            var withTarget = organisation.Ask("others or the one", 40, withTarget: true);
            return others == withTarget ? -1 : 1;
        });

        Assert.That(right, Is.InRange(0.4, AtMost));
    }

    [Test]
    public void Band_ByTheSameQuestionAgainAndAgain_TellsNoMoreThanOnce()
    {
        var organisation = new Organisation(1, isHigh: true, DryRunBudget.APoolAndMonth);

        Assert.That(Enumerable.Range(0, 200).Select(_ => organisation.Ask("one", 40, withTarget: true)).Distinct().Count(), Is.EqualTo(1));
        Assert.That(organisation.Left, Is.EqualTo(DryRunBudget.APoolAndMonth - DryRunBudget.PriceOfTheRest));
    }

    // The bound the documents name: two answers, each at most e^(1/6) likelier with the band than without.
    [Test]
    public void Budget_QuestionsThatLookAtBands_AreAtMostTwoAMonth()
    {
        Assert.That(DryRunBudget.APoolAndMonth / DryRunBudget.PriceOfTheRest, Is.EqualTo(2));
        var bound = Math.Exp(2 / Estimate.Scale) / (1 + Math.Exp(2 / Estimate.Scale));
        Assert.That(bound, Is.LessThan(AtMost));
    }

    /// <summary>
    /// Asks as many different questions as the budget lets, each about some known people and the one person. With this blur an
    /// answer above the known count speaks for the person being in it and any other answer against it, each as strongly, so that
    /// counting them is the best guess there is.
    /// </summary>
    private static double Spend(Organisation organisation, int asked)
    {
        var votes = 0;
        for (var question = 0; question < asked; question++)
        {
            var known = 30 + question;
            votes += organisation.Ask($"question {question}", known, withTarget: true) is not { } answer ? 0 : answer > known ? 1 : -1;
        }

        return votes;
    }

    private static double Play(int budget, Func<Organisation, double> attack)
    {
        var random = new Random(20261129);
        var right = 0.0;
        for (var number = 0; number < Organisations; number++)
        {
            var isHigh = random.Next(2) == 1;
            var leaning = attack(new Organisation(number, isHigh, budget));
            right += leaning == 0 ? 0.5 : leaning > 0 == isHigh ? 1 : 0;
        }

        return right / Organisations;
    }

    /// <summary>One pool in one month, with the product's blur and prices, and a secret key of its own.</summary>
    private sealed class Organisation
    {
        private readonly Estimate estimate;
        private readonly bool isHigh;
        private readonly Dictionary<string, int> kept = [];

        public Organisation(int number, bool isHigh, int budget)
        {
            var key = new byte[32];
            BinaryPrimitives.WriteInt32LittleEndian(key, number);
            (estimate, this.isHigh, Left) = (new Estimate(key), isHigh, budget);
        }

        public int Left { get; private set; }

        /// <summary>How many are in a set, blurred; null when the budget does not reach.</summary>
        public int? Ask(string question, int others, bool withTarget)
        {
            if (kept.TryGetValue(question, out var answer))
            {
                return answer;
            }

            if (DryRunBudget.PriceOfTheRest > Left)
            {
                return null;
            }

            Left -= DryRunBudget.PriceOfTheRest;
            return kept[question] = estimate.Blur(others + (withTarget && isHigh ? 1 : 0), question);
        }
    }
}
