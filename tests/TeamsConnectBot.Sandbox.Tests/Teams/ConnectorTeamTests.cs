using System.Net;
using TeamsConnectBot.Sandbox.Tests.Support;

namespace TeamsConnectBot.Sandbox.Tests.Teams;

/// <summary>Teams and their channels, as a bot gets them from the connector.</summary>
internal sealed class ConnectorTeamTests : SandboxFixture
{
    private SharedChat general = null!;
    private SharedChat coffee = null!;

    [SetUp]
    public void AddTheTeam()
    {
        general = Server.Tenant.Spaces.AddTeam("Noord", [Server.Tenant.People.All[0]], [.. Server.Tenant.People.All.Take(3)]);
        coffee = Server.Tenant.Spaces.AddChannel(general.Team!, "Koffie");
        (general.Installed, coffee.Installed) = (true, true);
    }

    [Test]
    public async Task Team_WithTheApp_HasItsNameAndGroup()
    {
        using var response = await TeamsAsync("GET", $"v3/teams/{Uri.EscapeDataString(general.Team!.ThreadId)}");
        var team = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.That(((string?)team["name"], (string?)team["aadGroupId"]), Is.EqualTo(("Noord", general.Team.GroupId.ToString())));
    }

    [Test]
    public async Task Channels_OfATeam_HaveNamesExceptTheGeneralOne()
    {
        using var response = await TeamsAsync("GET", $"v3/teams/{Uri.EscapeDataString(general.Team!.ThreadId)}/conversations");
        var channels = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["conversations"]!.AsArray();

        Assert.That(channels.Select(channel => (string?)channel!["name"]), Is.EquivalentTo(new[] { null, "Koffie" }));
    }

    [Test]
    public async Task Team_WithoutTheApp_IsNotFound()
    {
        (general.Installed, coffee.Installed) = (false, false);
        using var response = await TeamsAsync("GET", $"v3/teams/{Uri.EscapeDataString(general.Team!.ThreadId)}");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
