using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Tests.Shared;

namespace TeamsConnectBot.Tests.Playground;

/// <summary>The real service against Microsoft's own emulator of Teams, which shares no code or assumptions with the Sandbox.</summary>
internal sealed class PlaygroundTests
{
    private TemporaryFolder folder = null!;
    private WebApplication service = null!;
    private PlaygroundProcess playground = null!;
    private PlaygroundChat chat = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        if (await PlaygroundPackage.FetchAsync() is { } reason)
        {
            Requirement.Skip("tests with Microsoft's Agents Playground", reason);
        }

        folder = TemporaryFolder.Create();
        service = ServiceHost.Build(Settings(folder.File("connect.db")));
        await service.StartAsync();
        var url = new Uri(service.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        playground = await PlaygroundProcess.StartAsync(new Uri(url, "api/messages"), folder.Path);
        chat = await PlaygroundChat.OpenAsync(playground.Url);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        chat?.Dispose();
        playground?.Dispose();
        if (service is not null)
        {
            await service.StopAsync();
            await service.DisposeAsync();
        }

        folder?.Dispose();
    }

    [Test]
    public async Task Service_InTheAgentsPlayground_WelcomesHelpsAndLetsPeopleJoin()
    {
        var texts = Texts.For("en");

        await chat.InstallAsync();
        var welcome = await chat.NextCardAsync();
        Assert.That(welcome.Text, Does.StartWith(texts.Welcome.Heading));

        await chat.WriteAsync("help");
        var help = await chat.NextCardAsync();
        Assert.That(help.Text, Does.StartWith(texts.Help.Heading).And.Contain("Samira Haddou"));

        var joined = await chat.ClickAsync(welcome, Verbs.Join, ticked: Inputs.AllowGaps);
        Assert.That(joined.Text, Does.StartWith(texts.Joined.Heading)
            .And.Contain($"**{texts.Joined.Gaps}**: {texts.Joined.On}")
            .And.Contain($"**{texts.Joined.AiUse}**: {texts.Joined.Off}"));
        Assert.That(joined.Has(Verbs.OpenPreferences));
    }

    // There is no app id, because the playground does not sign its requests. This test does not need Graph, so nothing listens there.
    private static string[] Settings(string database) =>
    [
        "--environment=Development",
        "--urls=http://127.0.0.1:0",
        "--Logging:LogLevel:Default=Warning",
        $"--Storage:File={database}",
        "--Bot:ServiceUrlHosts:0=localhost",
        "--Bot:DefaultServiceUrl=http://localhost:1/",
        "--Graph:BaseUrl=http://127.0.0.1:1/v1.0",
        "--Graph:AuthorityHost=https://127.0.0.1:1/",
        "--Graph:TenantId=5d1a0c3e-0000-4000-8000-000000000001",
        "--Graph:ClientId=5d1a0c3e-0000-4000-8000-000000000002",
        "--Graph:ClientSecret=not-a-secret",
        "--Graph:ServiceMailbox=koffie@example.com",
        "--Programme:Pools:0:Id=everyone",
        "--Programme:Pools:0:GroupId=5d1a0c3e-0000-4000-8000-000000000003",
        "--Programme:Pools:0:Zone=Europe/Amsterdam",
        "--Programme:Pools:0:Host:Name=Marleen de Groot",
        "--Programme:Pools:0:Host:Sentence:nl=Kom een keer koffie drinken.",
        "--Programme:Pools:0:Host:Sentence:en=Come and have a coffee some time.",
        "--Programme:HumanContacts:0:Name=Samira Haddou",
        "--Programme:HumanContacts:0:Reach=06 1234 5678",
    ];
}
