using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Tests.Privacy;
using TeamsConnectBot.Tests.Rituals;

namespace TeamsConnectBot.Tests.HelpRequests;

/// <summary>Where questions to colleagues are not switched on, nothing leads to them.</summary>
internal sealed class AskWhereItIsOffTests
{
    [Test]
    public async Task Everything_WhereItIsOff_SaysSoOrLeavesItOut()
    {
        var dutch = Texts.For("nl");
        await using var world = await PrivacyWorld.StartAsync();
        var anna = world.People[0];
        await world.JoinAsync(anna);

        Assert.That(CardText.Of(await world.SayAsync(anna, "hulp")), Does.Not.Contain("vraag draaitabellen"));
        await world.SayAsync(anna, "voorkeuren");
        Assert.That(world.FromBot(anna)[^1].HasButton(Verbs.HelpOffers), Is.False);
        Assert.That(
            CardText.Of(await world.SayAsync(anna, "vraag draaitabellen")),
            Does.StartWith(dutch.Helping.Refusals.NotHere.Heading).And.Contain("“draaitabellen”"));
        Assert.That(CardText.Of(await world.SayAsync(anna, "vraag mij ook eens")), Does.StartWith(dutch.Helping.Refusals.NotHere.Heading));
        Assert.That(CardText.Of(await world.SayAsync(anna, "help me met draaitabellen")), Does.StartWith(dutch.Help.Heading));
    }
}
