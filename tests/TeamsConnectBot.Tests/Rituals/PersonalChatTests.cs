namespace TeamsConnectBot.Tests.Rituals;

/// <summary>Managing rituals from the personal chat with the bot; the team's channel is told what was decided.</summary>
internal sealed class PersonalChatTests
{
    private RitualWorld world = null!;

    [SetUp]
    public async Task StartAsync()
    {
        world = await RitualWorld.StartAsync();
        await world.World.InstallAsync(world.Owner);
        await world.World.InstallAsync(world.Member);
    }

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Owner_PlansInPersonalChat_ChannelIsTold()
    {
        Assert.That(
            await SayAsync(world.Owner, "ritueel nieuw vrijdagkoffie elke vrijdag 15:30"),
            Does.Contain("elke vrijdag 15:30–16:00 (Amsterdam)").And.Contain("Klopt dit?"));
        Assert.That(CardText.Of(await world.World.ClickAsync(world.Owner, "ritual.confirm")), Does.Contain("Vrijdagkoffie is gepland"));

        Assert.That((await world.RitualsAsync()).Single().Plan.Name, Is.EqualTo("Vrijdagkoffie"));
        Assert.That(world.Texts, Has.Exactly(1).Contains("Vrijdagkoffie is gepland"));
    }

    [Test]
    public async Task Owner_WhoAskedForEnglish_ReadsEnglishAfterEveryClick()
    {
        await SayAsync(world.Owner, "English");
        Assert.That(await SayAsync(world.Owner, "ritual new Coffee every Friday 15:30"), Does.Contain("Is this right?"));

        Assert.That(
            CardText.Of(await world.World.ClickAsync(world.Owner, "ritual.openForm")), Does.Contain("Name").And.Not.Contain("Naam"));
        await SayAsync(world.Owner, "ritual new Coffee every Friday 15:30");
        Assert.That(
            CardText.Of(await world.World.ClickAsync(world.Owner, "ritual.confirm")),
            Does.Contain("Coffee is planned").And.Not.Contain("gepland"));
    }

    [Test]
    public async Task Owner_UndoesInPersonalChat_ChannelIsTold()
    {
        await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30");
        Assert.That(await SayAsync(world.Owner, "ritueel herstel"), Does.Contain("Ongedaan gemaakt"));

        Assert.That(await world.RitualsAsync(), Has.All.Property("IsEnded").True);
        Assert.That(world.Texts, Has.Exactly(1).Contains("Ongedaan gemaakt"));
    }

    [Test]
    public async Task Owner_OfSeveralTeams_IsAskedWhichByName()
    {
        var south = world.Tenant.Spaces.AddTeam("Zuid", [world.Owner], [.. world.World.People]);
        await world.Sandbox.Channels.InstallAsync(south, world.Owner);
        await world.World.Clock.QuietAsync(default);

        var question = await SayAsync(world.Owner, "ritueel nieuw vrijdagkoffie elke vrijdag 15:30");
        Assert.That(question, Does.Contain("Voor welk team?").And.Contain("Noord").And.Contain("Zuid"));
        var buttons = question.Split('\n').Where(line => line is "Noord" or "Zuid").ToList();
        await world.World.ClickAsync(world.Owner, $"ritual.option{buttons.IndexOf("Zuid") + 1}");
        await world.World.ClickAsync(world.Owner, "ritual.confirm");

        Assert.That(await world.RitualsAsync(), Is.Empty);
        Assert.That(south.Messages.Select(message => CardText.Of(message.CardJson)), Has.Some.Contains("Vrijdagkoffie is gepland"));
    }

    [Test]
    public async Task Member_WithARitual_CanSeeAndProposeButNotDecide()
    {
        await world.JoinAsync(await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30"), false, world.Member);

        Assert.That(await SayAsync(world.Member, "ritueel lijst"), Does.Contain("Vrijdagkoffie"));
        Assert.That(await SayAsync(world.Member, "ritueel stop vrijdagkoffie"), Does.Contain("eigenaren").And.Contain(world.Owner.Name));
        await SayAsync(world.Member, "ritueel voorstel wandelen elke woensdag 12:30");
        await world.World.ClickAsync(world.Member, "ritual.confirm");
        Assert.That(world.Texts, Has.Exactly(1).Contains("Wat vind je?"));
    }

    [Test]
    public async Task Appointments_OfAMember_ShowTheNextTimeOfTheRitualsTheyJoined()
    {
        await world.JoinAsync(await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30"), false, world.Member);

        Assert.That(
            await SayAsync(world.Member, "afspraken"),
            Does.StartWith("Je afspraken").And.Contain("Vrijdagkoffie: vrijdag").And.Contain("15:30–16:00"));
        Assert.That(await SayAsync(world.Owner, "afspraken"), Does.Not.Contain("Vrijdagkoffie"), "the owner did not join it");
        Assert.That(await SayAsync(world.Owner, "ai-afspraken"), Does.Contain("nog geen afspraken"));
        Assert.That(await SayAsync(world.Owner, "afspraken stemmen"), Does.Contain("Voorgelegd aan het team"));
    }

    [Test]
    public async Task Member_WithoutARitual_IsSentToTheChannel() =>
        Assert.That(
            await SayAsync(world.Member, "ritueel nieuw vrijdagkoffie elke vrijdag 15:30"),
            Does.Contain("Dat kan in het kanaal van je team"));

    [Test]
    public async Task Card_OfSomebodyElse_CannotBeConfirmed()
    {
        await SayAsync(world.Owner, "ritueel nieuw vrijdagkoffie elke vrijdag 15:30");
        var card = world.World.FromBot(world.Owner)[^1];

        var answer = await world.World.ClickAsync(world.Member, card, card.CardJson!, "ritual.confirm");
        Assert.That(answer.Message, Does.Contain("Dit is de vraag van een ander"));
        Assert.That(await world.RitualsAsync(), Is.Empty);
    }

    private async Task<string> SayAsync(Person person, string text) => CardText.Of(await world.World.SayAsync(person, text));
}
