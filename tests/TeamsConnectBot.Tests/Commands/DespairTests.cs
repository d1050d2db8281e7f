using TeamsConnectBot.Bot;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Tests.Privacy;
using TeamsConnectBot.Tests.Rituals;
using TeamsConnectBot.Wording;

namespace TeamsConnectBot.Tests.Commands;

/// <summary>Words of despair are answered with people to talk to and nothing else, and leave no trace.</summary>
internal sealed class DespairTests
{
    private PrivacyWorld world = null!;

    private Person Anna => world.People[0];

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        world = await PrivacyWorld.StartAsync(settings: new()
        {
            ["Programme:HumanContacts:0:Name"] = "Vertrouwenspersoon Els",
            ["Programme:HumanContacts:0:Reach"] = "06 1234 5678",
        });
        await world.JoinAsync(Anna);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public void Document_ListsTheSameWordsAsTheCode()
    {
        var document = Repository.ReadLines("docs", "words-of-despair.md")
            .Where(line => line.StartsWith("* ", StringComparison.Ordinal)).Select(line => line[2..]);

        Assert.That(document, Is.EqualTo(DespairWords.All["nl"].Concat(DespairWords.All["en"])));
    }

    [Test]
    public void Words_AreNormalisedAndUnique()
    {
        var words = DespairWords.All.Values.SelectMany(list => list).ToList();

        Assert.That(words, Is.Unique);
        Assert.That(words, Is.EqualTo(words.Select(word => WrittenWords.Bare(word))));
    }

    [TestCase("ik wil niet meer leven")]
    [TestCase("Ik voel me zó EENZAAM…")]
    [TestCase("ik denk aan zelfmoord")]
    [TestCase("suïcide")]
    [TestCase("ritueel nieuw zelfmoord elke vrijdag 10:00")]
    [TestCase("stop, ik zie het niet meer zitten")]
    [TestCase("I don’t want to live")]
    [TestCase("I dont want to live")]
    [TestCase("i can't go on like this")]
    public async Task DespairWord_InOwnChat_IsAnsweredWithPeopleOnly(string typed)
    {
        var card = await world.SayAsync(Anna, typed);

        var lines = CardText.Of(card);
        Assert.That(
            lines,
            Does.StartWith(Texts.For("nl").People.Heading).And.Contain("113").And.Contain("Vertrouwenspersoon Els").And.Contain("112"));
        Assert.That(lines.Split('\n').Skip(1), Has.All.StartsWith("- **"), "the card must list people and nothing else");
        Assert.That(card, Does.Not.Contain("Action."));
        Assert.That(
            (await world.ReadAsync(db => db.Participants.SingleAsync())).JoinedAt, Is.Not.Null,
            "the command in the text must not be executed");
    }

    [TestCase("ik kan niet meer op donderdag")]
    [TestCase("die deadline is dodelijk")]
    [TestCase("koffie")]
    [TestCase("dank je wel")]
    [TestCase("i can't go on friday")]
    [TestCase("donderdag zal ik er niet meer zijn")]
    public void OtherWords_AreNotTakenForDespair(string typed) => Assert.That(DespairWords.AreIn(typed), Is.False);

    [Test]
    public async Task DespairWord_FromUnknownPerson_LeavesNoTrace()
    {
        var stranger = world.People[1];
        world.Tenant.Tenant.Chats.Of(stranger).Installed = true;
        var before = world.Log.All.Count;

        Assert.That(
            CardText.Of(await world.SayAsync(stranger, "ik ben zwarnofel eenzaam")), Does.StartWith(Texts.For("nl").People.Heading));
        await world.TruncateWalAsync();

        Assert.That(await world.ReadAsync(db => db.Participants.CountAsync()), Is.EqualTo(1));
        Assert.That(DatabaseFiles.Contain(world.DatabaseFile, "zwarnofel"), Is.False);
        Assert.That(DatabaseFiles.Contain(world.DatabaseFile, stranger.ObjectId.ToString()), Is.False);
        Assert.That(
            world.Log.All.Skip(before),
            Has.None.Contains("zwarnofel").And.None.Contains("eenzaam").And.None.Contains("espair").And.None.Contains("PeopleCard"));
    }
}
