using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>Teams identifies a team, a channel and a person in several ways, of which one has to be enough.</summary>
internal sealed class ChannelIdentityTests : ChannelEventFixture
{
    [Test]
    public async Task SharedChannel_IdentifiedByItsIdOnly_IsRecognised()
    {
        await PlanAsync();

        await SendAsync(
            General, Leaver(), "channelMemberRemoved",
            data => data["channel"] = new JsonObject { ["id"] = Shared.ConversationId, ["type"] = "shared" });

        Assert.That(await OutcomeAsync(), Is.EqualTo(Nothing with { InShared = false }));
    }

    [Test]
    public async Task SharedChannel_IdentifiedByItsConversationOnly_IsRecognised()
    {
        await PlanAsync();

        await SendAsync(Shared, Members("membersRemoved", Bot), "channelMemberRemoved", data => data.Remove("channel"));

        Assert.That(await OutcomeAsync(), Is.EqualTo(SharedWaits));
    }

    [Test]
    public async Task Team_IdentifiedByItsGroupOnly_IsRecognised()
    {
        await PlanAsync();

        await SendAsync(
            General, [], "teamArchived", data => data["team"] = new JsonObject { ["aadGroupId"] = General.Team!.GroupId.ToString() });

        Assert.That(await OutcomeAsync(), Is.EqualTo(AllWaits));
    }

    [Test]
    public async Task Team_FirstKnownFromAMessage_IsDecidedByItsOwner()
    {
        UseUnknownTeam();

        Assert.That(
            await Rituals.SayAsync(Rituals.Member, "ritueel nieuw Wandelen elke woensdag 12:30"),
            Does.Contain("eigenaren van het team").And.Contain(Rituals.Owner.Name));
        await Rituals.PlanAsync("Wandelen elke woensdag 12:30");

        Assert.That((await Rituals.RitualsAsync()).Single().Plan.Name, Is.EqualTo("Wandelen"));
        var group = await Rituals.World.ReadAsync(
            db => db.Spaces.Where(space => space.ConversationId == General.ConversationId).Select(space => space.GroupId).SingleAsync());
        Assert.That(group, Is.EqualTo(General.Team!.GroupId.ToString()));
    }

    [Test]
    public async Task Team_ThatCannotBeLookedUp_IsNotDecidedByVote()
    {
        UseUnknownTeam();
        using (Rituals.Sandbox.Faults.Refuse("/teams/v3/teams/*", 404))
        {
            await Rituals.SayAsync(Rituals.Member, "ritueel nieuw Wandelen elke woensdag 12:30");
            Assert.That(await Rituals.DraftsAsync(), Is.Zero);
        }

        Assert.That(
            await Rituals.SayAsync(Rituals.Member, "ritueel nieuw Wandelen elke woensdag 12:30"), Does.Contain("eigenaren van het team"));
    }

    [TestCase("8:orgid:{0}")]
    [TestCase("{0}")]
    public async Task Leaver_IdentifiedByTeamsOwnId_IsRecognised(string format)
    {
        await PlanAsync();
        var id = string.Format(System.Globalization.CultureInfo.InvariantCulture, format, Rituals.Member.ObjectId);

        await SendAsync(Shared, Members("membersRemoved", id), "channelMemberRemoved");

        Assert.That(await OutcomeAsync(), Is.EqualTo(Nothing with { InShared = false }));
    }

    [Test]
    public async Task Leaver_WhoHasTheApp_IsRecognisedByTheirBotId()
    {
        await Rituals.World.InstallAsync(Rituals.Member);
        await PlanAsync();

        await SendAsync(Shared, Members("membersRemoved", Rituals.Member.TeamsId), "channelMemberRemoved");

        Assert.That(await OutcomeAsync(), Is.EqualTo(Nothing with { InShared = false }));
    }

    // The bot was added to it while the service was down, and a message gives only Teams' own id of the team.
    private void UseUnknownTeam()
    {
        General = Rituals.Tenant.Spaces.AddTeam(NextName("Team"), [Rituals.Owner], [.. Rituals.World.People]);
        General.Installed = true;
        Rituals.UseChannel(General);
    }
}
