using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Topics;

namespace TeamsConnectBot.Tests.Topics;

internal sealed class TopicKeysTests
{
    private static readonly string[] Words =
    [
        "garden", "garden birds", "birds", "Birds of prey", "muziek", "klassieke muziek", "Eten", "C#", "R", "pivot tables", "tables",
        "Pivot Tables in Excel", "Sport en bewegen", "reizen met de trein",
    ];

    [TestCase("tuin", "moestuin", false)]
    [TestCase("pivot tables", "Pivot Tables in Excel", true)]
    [TestCase("muziek", "#Music", true)]
    [TestCase("klassieke muziek", "#Music", true)]
    [TestCase("Music", "#Music", true)]
    [TestCase("#Music", "#Music", true)]
    [TestCase("#Music", "#Travel", false)]
    [TestCase("#Nature", "#Technology", false)]
    [TestCase("#Gone", "#Gone", false)]
    public void Of_TwoTopics_ShareAKeyWhenOneFitsTheOther(string one, string other, bool shares)
    {
        var (first, second) = (Pick(one), Pick(other));
        var keys = new TopicKeys([first, second], ListedTopic.Shipped);

        Assert.That(keys.Of(first).Overlaps(keys.Of(second)), Is.EqualTo(shares));
    }

    // 'garden' fits 'garden birds', which fits 'birds'; 'garden' does not fit 'birds'.
    [Test]
    public void Of_AnyTwoOfManyTopics_ShareAKeyExactlyWhenTheyFit()
    {
        var all = Words.Select(words => Pick(words)).Concat(ListedTopic.Shipped.Select(topic => Pick("#" + topic.Key))).ToList();
        var keys = new TopicKeys(all, ListedTopic.Shipped);

        foreach (var (one, other) in from one in all from other in all select (one, other))
        {
            var fits = UsedTopic.Of(one, ListedTopic.Shipped).Single().Fits(UsedTopic.Of(other, ListedTopic.Shipped).Single());
            Assert.That(keys.Of(one).Overlaps(keys.Of(other)), Is.EqualTo(fits), $"{one} {other}");
        }
    }

    private static TopicPick Pick(string topic) =>
        topic.StartsWith('#') ? new TopicPick([topic[1..]], []) : new TopicPick([], [topic]);
}
