using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Tests.Rounds;

/// <summary>The settings of a pool with two sides; every problem names its key, and what would be right.</summary>
internal sealed class SidesValidationTests
{
    private const string Pool = "11111111-0000-4000-8000-000000000001";
    private const string One = "22222222-0000-4000-8000-000000000002";
    private const string Other = "33333333-0000-4000-8000-000000000003";

    [Test]
    public void Sides_NoneOrTwoThatAreRight_AreAccepted()
    {
        Assert.That(SidesValidation.Problems(new PoolOptions { GroupId = Pool }), Is.Empty);
        Assert.That(SidesValidation.Problems(With(Side(One, most: 3), Side("", "looks"))), Is.Empty);
        Assert.That(SidesValidation.Problems(With(Side(One), Side(Pool, "looks"))), Is.Empty);
        Assert.That(SidesValidation.Problems(With(Side(One), Side(Other, "looks"))), Is.Empty);
    }

    [TestCase(1, "1 entry")]
    [TestCase(3, "3 entries")]
    public void Sides_NotTwo_AreRefused(int count, string says) => Assert.That(
        SidesValidation.Problems(With([.. Enumerable.Repeat(Side(One), count)])).Single(),
        Does.StartWith($"Sides has {says}").And.Contain("give two sides"));

    [TestCase("", Other, "Sides:0:GroupId is ''; give the object id of an Entra group")]
    [TestCase("mentors", Other, "Sides:0:GroupId is 'mentors'")]
    [TestCase(One, "others", "Sides:1:GroupId is 'others'; give the object id of an Entra group, or leave it empty")]
    [TestCase(One, One, "Sides:1:GroupId is '22222222-0000-4000-8000-000000000002', the group of the first side too")]
    [TestCase(Pool, Other, "Sides:0:GroupId is '11111111-0000-4000-8000-000000000001', the pool's own group")]
    public void GroupId_ThatMakesNoSide_IsRefused(string one, string other, string says) =>
        Assert.That(SidesValidation.Problems(With(Side(one), Side(other, "looks"))).Single(), Does.StartWith(says));

    [TestCase(0)]
    [TestCase(4)]
    public void MostMeetings_OutOfRange_IsRefused(int most) => Assert.That(
        SidesValidation.Problems(With(Side(One), Side(Other, "looks", most))).Single(),
        Does.StartWith($"Sides:1:MostMeetings is {most}; allowed are 1 to 3"));

    [TestCase("", "is empty")]
    [TestCase("see https://example.org", "has a link")]
    [TestCase("a mentor like @Jan", "has a mention")]
    [TestCase("somebody who would very much like to be of use to a colleague who began", "has 71 characters; allowed are 60")]
    public void Name_ThatACardCannotShow_IsRefusedInEachLanguage(string name, string says) => Assert.That(
        SidesValidation.Problems(With(Side(One, name), Side(Other, "looks"))),
        Has.Exactly(1).StartsWith("Sides:0:Name:nl").And.Exactly(1).StartsWith("Sides:0:Name:en").And.All.Contains(says));

    [Test]
    public void Name_OfBothSidesOrInAnotherLanguage_IsRefused()
    {
        var side = Side(Other, "looks");
        side.Name["fr"] = "un mentor";
        Assert.That(SidesValidation.Problems(With(Side(One), side)).Single(), Does.StartWith("Sides:1:Name:fr is not a language"));
        Assert.That(
            SidesValidation.Problems(With(Side(One), Side(Other, "Mentor"))),
            Has.Exactly(1).StartsWith("Sides:1:Name:nl is 'Mentor', the name of the first side too"));
    }

    [Test]
    public void Start_WithWrongSides_IsRefusedWithTheWholeKey() => Assert.That(
        async () => await World.StartAsync(SamplePeople.Of(2), ("Programme:Pools:0:Sides:0:GroupId", "mentors")),
        Throws.Exception.With.Message.Contains("Programme:Pools:0:Sides has 1 entry"));

    private static PoolOptions With(params IEnumerable<PoolSideOptions> sides) => new() { GroupId = Pool, Sides = [.. sides] };

    private static PoolSideOptions Side(string group, string name = "mentor", int most = 1) =>
        new() { GroupId = group, Name = new() { ["nl"] = name, ["en"] = name }, MostMeetings = most };
}
