using System.Buffers.Binary;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Core.Rules.DryRuns;

namespace TeamsConnectBot.Core.Tests.Rules;

/// <summary>
/// Simulates an admin who wants to know one person's band, knows everything about everybody else, and sees the blurred counts themselves,
/// which is more than the ranges on the page. Without dry-runs the guess is right half of the time.
/// </summary>
public sealed class DryRunAttackTests
{
    private const int Organisations = 20_000;
    private const double AtMost = 0.60;

    [Test]
    public void Band_AfterAMonthOfDryRuns_IsGuessedAtMostTenPointsBetter()
    {
        var right = Play(DryRunBudget.PointsPerPoolAndMonth, organisation => Spend(organisation, asked: 120));

        TestContext.Out.WriteLine($"{Organisations} organisations, a month of dry-runs each: {right:P1} right");
        Assert.That(right, Is.InRange(0.49, AtMost));
    }

    // Shows that the attack is strong enough to make the test above meaningful.
    [Test]
    public void Band_WithoutABudget_IsGuessedFarBetter()
    {
        var right = Play(budget: int.MaxValue, organisation => Spend(organisation, asked: 120));

        TestContext.Out.WriteLine($"{Organisations} organisations, 120 questions each: {right:P1} right");
        Assert.That(right, Is.GreaterThan(0.75));
    }

    // Is 'everybody' the same set as 'everybody except the target, if their band is high'?
    [Test]
    public void Band_FromTwoSetsThatMayBeTheSame_IsGuessedAtMostTenPointsBetter()
    {
        var right = Play(DryRunBudget.PointsPerPoolAndMonth, organisation =>
        {
            var others = organisation.Ask("others", 40, withTarget: false);
            var withTarget = organisation.Ask("others or the one", 40, withTarget: true);
            return others == withTarget ? -1 : 1;
        });

        Assert.That(right, Is.InRange(0.4, AtMost));
    }

    [Test]
    public void Band_FromTheSameQuestionRepeated_RevealsNoMoreThanOnce()
    {
        var organisation = new Organisation(1, isHigh: true, DryRunBudget.PointsPerPoolAndMonth);

        Assert.That(Enumerable.Range(0, 200).Select(_ => organisation.Ask("one", 40, withTarget: true)).Distinct().Count(), Is.EqualTo(1));
        Assert.That(organisation.Left, Is.EqualTo(DryRunBudget.PointsPerPoolAndMonth - DryRunBudget.PrivateFactsPrice));
    }

    // The bound in the documentation: two answers, each at most e^(1/6) more likely with the band than without.
    [Test]
    public void Budget_QuestionsAboutBands_AreAtMostTwoAMonth()
    {
        Assert.That(DryRunBudget.PointsPerPoolAndMonth / DryRunBudget.PrivateFactsPrice, Is.EqualTo(2));
        var bound = Math.Exp(2 / Estimate.Scale) / (1 + Math.Exp(2 / Estimate.Scale));
        Assert.That(bound, Is.LessThan(AtMost));
    }

    /// <summary>
    /// Asks as many different questions as the budget allows, each about some known people and the target. With this blur, an answer above
    /// the known count is evidence that the target is included, and any other answer is equally strong evidence against it, so counting
    /// them is the best possible guess.
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

    /// <summary>One pool in one month, with the real blur and prices, and its own secret key.</summary>
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

        /// <summary>The blurred number of people in a set; null if the budget is too low.</summary>
        public int? Ask(string question, int others, bool withTarget)
        {
            if (kept.TryGetValue(question, out var answer))
            {
                return answer;
            }

            if (DryRunBudget.PrivateFactsPrice > Left)
            {
                return null;
            }

            Left -= DryRunBudget.PrivateFactsPrice;
            return kept[question] = estimate.Blur(others + (withTarget && isHigh ? 1 : 0), question);
        }
    }
}
