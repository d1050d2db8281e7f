using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Rules.Checking;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Reading;
using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Core.Tests.Rules;

public sealed class ConditionTests
{
    private static readonly AiUseBand[] Bands = Enum.GetValues<AiUseBand>();

    [Test]
    public void Always_SelectsEverybody() => Assert.That(Condition.Always.Evaluate(Person()), Is.EqualTo(Truth.Yes));

    [TestCase(29, Truth.No)]
    [TestCase(30, Truth.Yes)]
    [TestCase(null, Truth.Yes)]
    public void DaysSinceContact_IncludesTheLimitAndPeopleWithoutContact(int? days, Truth expected) =>
        Assert.That(new Threshold(Measure.DaysSinceContact, 30).Evaluate(Person(days: days)), Is.EqualTo(expected));

    [TestCase(30, Truth.Yes)]
    [TestCase(31, Truth.No)]
    [TestCase(null, Truth.No)]
    public void Newcomer_IncludesTheLimitButNotUnknown(int? days, Truth expected) =>
        Assert.That(
            new Threshold(Measure.DaysSinceJoining, 30).Evaluate(Person() with { Need = new NeedInput { DaysSinceJoining = days } }),
            Is.EqualTo(expected));

    [TestCase(3, 5, 60, Truth.Yes)]
    [TestCase(2, 5, 60, Truth.No)]
    [TestCase(0, 0, 1, Truth.No)]
    public void RemoteShare_IsRelativeToOwnWorkingDays(int remote, int working, int percent, Truth expected) =>
        Assert.That(
            new Threshold(Measure.RemoteShare, percent)
                .Evaluate(Person() with { Need = new NeedInput { RemoteDays = remote }, WorkingDays = working }),
            Is.EqualTo(expected));

    [Test]
    public void UnknownBand_WithOrWithoutNot_IsUnknown()
    {
        var band = new Threshold(Measure.AiUseBand, 2);

        Assert.That(band.Evaluate(Person()), Is.EqualTo(Truth.Unknown));
        Assert.That(new Negation(band).Evaluate(Person()), Is.EqualTo(Truth.Unknown));
        Assert.That(new AllOf([band, new Threshold(Measure.OwnRequest, 1)]).Evaluate(Person()), Is.EqualTo(Truth.No));
    }

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public bool UnknownBand_IsSelectedIfAnyBandWouldBe(int seed)
    {
        var random = new Random(seed);
        var (condition, profile) = (RuleSamples.Condition(random, 1), RuleSamples.Profile(random));
        var anyBand = Bands.Any(band => condition.Evaluate(profile with { Need = profile.Need with { AiUse = band } }) == Truth.Yes);
        return !anyBand || condition.Evaluate(profile.WithoutBand()) != Truth.No;
    }

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public bool Contradiction_IsOnlyFoundIfNobodyQualifies(int seed)
    {
        var random = new Random(seed);
        var condition = RuleSamples.Condition(random, 1);
        var isContradiction = RuleValidator.Check(RuleSamples.Simple with { When = condition })
            .Any(problem => problem.Kind == ProblemKind.SelectsNobody);
        return !isContradiction || Enumerable.Range(0, 300).All(_ => condition.Evaluate(RuleSamples.Profile(random)) != Truth.Yes);
    }

    private static RuleProfile Person(int? days = 5) => new() { Need = new NeedInput { DaysSinceContact = days } };
}
