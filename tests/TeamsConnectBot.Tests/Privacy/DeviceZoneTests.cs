using TeamsConnectBot.Sandbox.Teams;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>Teams gives a person's time zone and name with what they write and click, and not with an installation.</summary>
internal sealed class DeviceZoneTests : OwnChatTests
{
    [Test]
    public async Task Zone_NotToldAtInstallation_IsThatOfTheFirstMessage()
    {
        await World.InstallAsync(Anna);
        Assert.That((await World.ParticipantAsync(Anna)).Zone, Is.EqualTo("Europe/Amsterdam"), "that of the pool");

        await World.SayAsync(Anna, "hulp");

        var person = await World.ParticipantAsync(Anna);
        Assert.That((person.Zone, person.Name), Is.EqualTo(("Europe/Helsinki", Anna.Name)));
    }

    [Test]
    public async Task Zone_OnlyInWhatTheDeviceTells_IsUsed()
    {
        await World.InstallAsync(Anna);
        var server = World.Tenant;
        var message = Activities.Message("m1", "hulp");
        server.Channel.Address(server.Tenant.Chats.Of(Anna), message);
        message.Remove("localTimezone");

        await server.Channel.PostAsync(message.ToJsonString(), server.ChannelTokens.Create(server.Channel.ServiceUrl), default);
        await World.Clock.QuietAsync(default);

        Assert.That((await World.ParticipantAsync(Anna)).Zone, Is.EqualTo("Europe/Helsinki"));
    }

    [TestCase(true, "Europe/Amsterdam")]
    [TestCase(false, "Europe/Helsinki")]
    public async Task Zone_OfACalendarThatMayBeRead_StaysWhateverTheDeviceSays(bool mayRead, string zone)
    {
        await World.JoinAsync(Anna, gaps: mayRead);
        await World.WriteAsync(async db => (await db.Participants.SingleAsync()).Zone = "Europe/Amsterdam");

        await World.SayAsync(Anna, "hulp");

        Assert.That((await World.ParticipantAsync(Anna)).Zone, Is.EqualTo(zone));
    }

    protected override Task<PrivacyWorld> StartWorldAsync() => PrivacyWorld.StartAsync(
        change: organisation => organisation with
        {
            People = [.. organisation.People.Select(person => person with { Zone = "Europe/Helsinki" })],
        });
}
