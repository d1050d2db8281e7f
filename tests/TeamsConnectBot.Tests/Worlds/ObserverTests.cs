using TeamsConnectBot.Data;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>Which messages count as a card that was sent twice.</summary>
internal sealed class ObserverTests
{
    private World world = null!;

    private Person Person => world.People[0];

    [SetUp]
    public async Task StartAsync()
    {
        world = await World.StartAsync(SamplePeople.Of(2));
        await world.JoinAllAsync();
        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30);
        Assert.That((world.Report().Doubled, world.HasButton(Person, "invitation.yes")), Is.EqualTo((0, true)));
    }

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Card_ShownAgainToWhoeverTypesSomething_IsNotDoubled()
    {
        var before = world.MessagesTo(Person).Count;
        for (var times = 0; times < 2; times++)
        {
            await world.Server.Teams.SayAsync(Person, "afspraken");
            await world.QuietAsync();
        }

        var answers = world.MessagesTo(Person).Skip(before).Select(message => message.CardJson).ToList();
        Assert.That(answers, Has.Count.EqualTo(2));
        Assert.That(answers[0], Is.EqualTo(answers[1]), "the same is asked again, and answered again");
        Assert.That(world.Report().Doubled, Is.Zero);
    }

    [Test]
    public async Task Card_OfTheOutboxThatComesTwice_IsDoubled_AlsoRightAfterSomebodyTyped()
    {
        Arrive(new ChatMessage { Id = "typed", FromBot = false, SentAt = world.Now, Text = "hallo" });
        Arrive(world.MessagesTo(Person)[^1] with { Id = "again" });
        await world.Service.Services.GetRequiredService<Data.Database>().WriteAsync(
            async db => (await db.Messages.FirstAsync(message => message.Kind == MessageKind.Invitation)).ActivityId = "again", default);

        Assert.That(world.Report().Doubled, Is.EqualTo(1));
    }

    private void Arrive(ChatMessage message) => world.Tenant.Chats.Add(world.Tenant.Chats.Of(Person), message);
}
