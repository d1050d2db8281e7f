using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.DoNotMatch;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>Finding a colleague whose name is typed without its accents, or only in part.</summary>
internal sealed class DoNotMatchNameTests
{
    private static readonly DoNotMatchTexts Dutch = Texts.For("nl").NotWith;

    [TestCase("Zoe Müller-Ødegård", "zoe muller-odegard")]
    [TestCase("Zoë Müller", "Zoe Muller")]
    [TestCase("Élodie Brûlé", "elodie brule")]
    [TestCase("Müller, Zoë", "Zoe Muller")]
    [TestCase("D’Angelo Gérard", "d'angelo gerard")]
    public async Task Name_WithoutItsAccents_IsFound(string name, string typed)
    {
        await using var world = await StartWithColleagueNamedAsync(name);

        Assert.That(await world.SayAsync(world.People[0], $"liever niet met {typed}"), Does.Contain(Dutch.Kept));
        Assert.That(await OthersAsync(world), Is.EqualTo(new[] { world.People[1].ObjectId.ToString() }));
    }

    [Test]
    public async Task FirstName_OfOnePerson_AsksToConfirm_AndOneClickStoresIt()
    {
        await using var world = await StartWithColleagueNamedAsync("Xander Visser");

        var card = await world.SayAsync(world.People[0], "not with xan");
        Assert.That(card, Does.Contain("Bedoel je Xander Visser?").And.Not.Contain(Dutch.WhichOne));
        Assert.That(await OthersAsync(world), Is.Empty, "the bot must ask, not guess");

        Assert.That(await world.ClickAsync(world.People[0], Verbs.KeepNotWith), Does.Contain(Dutch.Kept));
        Assert.That(await OthersAsync(world), Is.EqualTo(new[] { world.People[1].ObjectId.ToString() }));
    }

    // The second person has this name; the first has joined.
    private static async Task<PrivacyWorld> StartWithColleagueNamedAsync(string name)
    {
        var world = await PrivacyWorld.StartAsync(change: organisation => organisation with
        {
            People = organisation.People.SetItem(1, organisation.People[1] with { Name = name }),
        });
        await world.JoinAsync(world.People[0]);
        return world;
    }

    private static Task<List<string?>> OthersAsync(PrivacyWorld world) => world.ReadAsync(
        db => db.NotWith.Where(row => row.PersonId == world.People[0].ObjectId.ToString()).Select(row => row.OtherId).ToListAsync());
}
