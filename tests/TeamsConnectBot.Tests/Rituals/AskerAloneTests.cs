using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Sandbox.Behaviour;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>What concerns only the person who asked is shown to nobody else in the channel.</summary>
internal sealed class AskerAloneTests : ChannelTests
{
    private const string Refused = "ritueel nieuw Vrijdagkoffie elke vrijdag 15:30";

    [TearDown]
    public async Task ResetAsync()
    {
        World.Sandbox.Options.RefusesTargetedMessages = false;
        if (World.Tenant.Chats.Of(World.Member).Installed)
        {
            await World.Sandbox.Teams.UninstallAsync(World.Member);
            await World.World.Clock.QuietAsync(default);
        }
    }

    [TestCase(Refused)]
    [TestCase("ritueel")]
    [TestCase("ritueel klaverjassen")]
    [TestCase("ritueel tijdzone luilekkerland")]
    [TestCase("ritueel sla over bestaat niet")]
    public async Task RefusalOrHelp_InAChannel_IsSeenByTheAskerOnly(string text)
    {
        await World.SayAsync(World.Member, text);

        Assert.That(World.FromBot.Select(message => message.OnlyFor), Is.EqualTo(new[] { World.Member }));
    }

    [Test]
    public async Task ListOfRituals_IsForEverybody()
    {
        await World.SayAsync(World.Member, "ritueel lijst");

        Assert.That(World.FromBot.Single().OnlyFor, Is.Null);
    }

    [TestCase("/ritueel lijst")]
    [TestCase("/lijst")]
    public async Task SlashTypedWhereTeamsHasNoSlashCommands_IsLeftOut(string text) =>
        Assert.That(await World.SayAsync(World.Member, text), Does.Contain("Rituelen hier"));

    [Test]
    public async Task Refusal_WhereTeamsRefusesTargetedMessages_GoesToTheOwnChat()
    {
        await World.World.InstallAsync(World.Member);
        World.Sandbox.Options.RefusesTargetedMessages = true;
        await World.Sandbox.Channels.SayAsync(World.Channel, World.Member, Refused);
        await World.World.Clock.QuietAsync(default);

        Assert.That(World.FromBot, Is.Empty);
        Assert.That(CardText.Of(World.World.FromBot(World.Member)[^1].CardJson), Does.Contain("eigenaren van het team"));
    }

    [Test]
    public async Task Refusal_WithoutAnOwnChatEither_IsALineThatNamesNobody()
    {
        World.Sandbox.Options.RefusesTargetedMessages = true;
        var before = World.World.FromBot(World.Member).Count;

        var line = await World.SayAsync(World.Member, Refused);

        Assert.That(World.FromBot.Single().OnlyFor, Is.Null);
        Assert.That(line, Does.Contain("Voeg de app ook voor jezelf toe"));
        Assert.That(World.World.People.Where(person => line.Contains(person.Name, StringComparison.Ordinal)), Is.Empty);
        Assert.That(World.World.FromBot(World.Member), Has.Count.EqualTo(before));
    }

    [Test]
    public async Task Help_WithoutAnOwnChatEither_IsShownInTheChannel()
    {
        World.Sandbox.Options.RefusesTargetedMessages = true;

        Assert.That(await World.SayAsync(World.Member, "ritueel"), Does.Contain("ritueel nieuw"));
    }

    [Test]
    public async Task Setting_Off_AnswersEverybody_ExceptAQuestionOnlyTheBotSaw()
    {
        await using var world = await RitualWorld.StartAsync(settings: new() { ["Rituals:AnswerAskerAlone"] = "false" });
        world.UseNewChannel();

        await world.SayAsync(world.Member, Refused);
        await world.SayAsync(world.Member, "ritueel");
        await world.Sandbox.Channels.AskPrivatelyAsync(world.Channel, world.Member, Refused);
        await world.World.Clock.QuietAsync(default);

        Assert.That(world.FromBot.Select(message => message.OnlyFor), Is.EqualTo(new[] { null, null, world.Member }));
    }

    [Test]
    public async Task Refusal_ForAnybody_StoresNothing()
    {
        async Task<int> RowsAsync() => await World.World.ReadAsync(async db =>
            await db.Participants.CountAsync() + await db.Messages.CountAsync() + await db.Drafts.CountAsync());
        var before = await RowsAsync();
        await World.SayAsync(World.Member, Refused);
        World.Sandbox.Options.RefusesTargetedMessages = true;
        await World.SayAsync(World.Member, Refused);

        Assert.That(await RowsAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task PrivateQuestion_IsAnsweredInPrivate_WhateverTheAnswer()
    {
        await AskAsync(World.Owner, "ritueel lijst");
        await AskAsync(World.Owner, "ritueel nieuw Vrijdagkoffie elke vrijdag 15:30");

        Assert.That(World.FromBot.Select(message => message.OnlyFor), Is.EqualTo(new[] { World.Owner, World.Owner }));
    }

    [Test]
    public async Task PrivateQuestion_ThatCannotBeAnsweredInPrivate_IsNotAnsweredInPublic()
    {
        using (World.Sandbox.Faults.Refuse("/teams/v3/conversations/*/activities", 400, method: "POST"))
        {
            await AskAsync(World.Member, Refused);
        }

        Assert.That(World.FromBot, Is.Empty);
    }

    [Test]
    public async Task Plan_ConfirmedInPrivate_IsPostedForTheTeam()
    {
        await AskAsync(World.Owner, "ritueel nieuw Vrijdagkoffie elke vrijdag 15:30");

        await World.ClickAsync(World.Owner, "ritual.confirm");

        Assert.That(await World.RitualsAsync(), Has.Count.EqualTo(1));
        Assert.That(World.FromBot.Select(message => message.OnlyFor), Is.EqualTo(new[] { World.Owner, null }));
        Assert.That(new CardView(World.FromBot[0].CardJson!).Has("ritual.confirm"), Is.False, "its own card was edited too");
        Assert.That(CardText.Of(World.FromBot[1].CardJson), Does.Contain("Vrijdagkoffie"));
    }

    [Test]
    public async Task Form_OpenedFromHelp_StaysWithTheAsker()
    {
        await World.SayAsync(World.Owner, "ritueel");

        Assert.That((await World.ClickAsync(World.Owner, "ritual.openForm")).Ok, Is.True);

        var card = World.FromBot.Single();
        Assert.That(card.OnlyFor, Is.EqualTo(World.Owner));
        Assert.That(new CardView(card.CardJson!).Has("ritual.form"), Is.True);
    }

    private async Task AskAsync(Person person, string text)
    {
        Assert.That(await World.Sandbox.Channels.AskPrivatelyAsync(World.Channel, person, text), Is.EqualTo(200));
        await World.World.Clock.QuietAsync(default);
    }
}
