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
}
