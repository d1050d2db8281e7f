using TeamsConnectBot.Sandbox.Teams;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>The rows of docs/channel-events.md that are about group chats and people's own chats.</summary>
internal sealed class ChatEventTests : ChannelEventFixture
{
    [Test]
    public async Task GroupChat_BotAndPeopleAddedAndRemoved_DoesWhatTheTableSays()
    {
        var chat = Rituals.Tenant.Spaces.AddGroupChat(NextName("Chat"), [.. Rituals.World.People]);
        await Rituals.Sandbox.Channels.InstallAsync(chat, Rituals.Owner);
        await Rituals.World.Clock.QuietAsync(default);
        Assert.That(chat.Messages.Count(message => message.FromBot), Is.EqualTo(1), "one welcome");
        (General, Shared) = (chat, chat);
        await PlanInAsync(chat);

        await SendAsync(chat, Members("membersRemoved", Bot), null);
        Assert.That((await OutcomeAsync()).GeneralWaits, Is.True);
        await SendAsync(chat, Members("membersAdded", Bot), null);
        Assert.That(await OutcomeAsync(), Is.EqualTo(Nothing));
        await SendAsync(chat, Leaver(), null);
        Assert.That(await OutcomeAsync(), Is.EqualTo(Nothing with { InGeneral = false, InShared = false }));
    }

    [Test]
    public async Task PersonalChat_InstallationsAndMembers_DoWhatTheTableSays()
    {
        await using var own = await PrivacyWorld.StartAsync();
        var person = own.People[0];
        own.Tenant.Tenant.Chats.Of(person).Installed = true;
        Task<int> PeopleAsync() => own.ReadAsync(db => db.Participants.CountAsync());
        async Task SayAsync(JsonObject activity)
        {
            await own.Tenant.Channel.SendAsync(own.Tenant.Tenant.Chats.Of(person), activity, default);
            await own.Clock.QuietAsync(default);
        }

        await SayAsync(Members("membersAdded", Bot));
        Assert.That(await PeopleAsync(), Is.Zero, "only the installation event adds the person");
        await SayAsync(Members("membersAdded", person.TeamsId));
        await SayAsync(Installation("add"));
        await SayAsync(Installation("add-upgrade"));
        Assert.That(own.FromBot(person), Has.Count.EqualTo(1), "one welcome");
        await SayAsync(Members("membersRemoved", Bot));
        await SayAsync(Members("membersRemoved", person.TeamsId));
        await SayAsync(Installation("remove-upgrade"));
        Assert.That(await PeopleAsync(), Is.EqualTo(1), "the person is still in the directory");
        await SayAsync(Installation("remove"));
        Assert.That(await PeopleAsync(), Is.Zero);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task PersonalChat_AppInstalled_IsWelcomedOnceInTheLanguageOfTheInstallation(bool installationFirst)
    {
        await using var own = await PrivacyWorld.StartAsync();
        var person = own.People[0];
        own.Tenant.Tenant.Chats.Of(person).Installed = true;
        JsonObject[] told = [Activities.MembersAdded(person), Installation("add")];
        foreach (var activity in installationFirst ? told.Reverse() : told)
        {
            await own.Tenant.Channel.SendAsync(own.Tenant.Tenant.Chats.Of(person), activity, default);
            await own.Clock.QuietAsync(default);
        }

        Assert.That(CardText.Of(own.FromBot(person).Single().CardJson), Does.Contain("Wat we nooit lezen"));
        Assert.That((await own.ParticipantAsync(person)).Language, Is.EqualTo("nl"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task PersonalChat_OfSomebodyDeletedFromTheTenant_IsErasedAtOnce(bool namesThem)
    {
        await using var own = await PrivacyWorld.StartAsync();
        var person = own.People[0];
        await own.JoinAsync(person);
        await own.JoinAsync(own.People[1]);
        own.Tenant.Tenant.People.Delete(person);

        await own.Tenant.Channel.SendAsync(
            own.Tenant.Tenant.Chats.Of(person), Members("membersRemoved", namesThem ? person.TeamsId : "29:unknown"), default);
        await own.Clock.QuietAsync(default);

        Assert.That(
            await own.ReadAsync(
                db => db.Participants.Select(row => row.PersonId).ToListAsync()), Is.EqualTo(new[] { own.People[1].ObjectId.ToString() }));
    }
}
