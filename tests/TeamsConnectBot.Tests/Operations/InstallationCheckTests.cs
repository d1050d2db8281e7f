using TeamsConnectBot.Operations;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Tenant;
using TeamsConnectBot.Tests.Worlds;

namespace TeamsConnectBot.Tests.Operations;

/// <summary><c>check</c> against a tenant in which one thing at a time is wrong.</summary>
internal sealed class InstallationCheckTests
{
    private TemporaryFolder folder = null!;
    private SandboxServer server = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        folder = TemporaryFolder.Create();
        server = await SandboxServer.StartAsync(new SandboxOptions
        {
            DataFolder = folder.Path,
            Organisation = new OrganisationData([Colleagues.Host, .. Colleagues.Of(3)], new Calendars().Of, (_, _) => false),
        });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task Check_EverythingRight_SaysSoAndMakesNoDatabase()
    {
        var (code, said) = await CheckAsync();

        Assert.That(said, Does.Contain("good   token for Graph").And.Contain("good   group of pool everyone").And.Contain("good   bot registration").And.EndWith("Everything works." + Environment.NewLine));
        Assert.That(code, Is.Zero);
        Assert.That(File.Exists(folder.File("check.db")), Is.False);
    }

    [TestCase("Graph:ClientSecret=wrong", "WRONG  token for Graph", "The client secret is wrong")]
    [TestCase("Bot:ClientSecret=wrong", "WRONG  token for the bot", "The client secret is wrong")]
    [TestCase("Programme:Pools:0:GroupId=7d3a0000-0000-4000-8000-000000000000", "WRONG  group of pool everyone", "check the pool's GroupId")]
    [TestCase("Graph:ServiceMailbox=nobody@elsewhere.example", "WRONG  free/busy", "must be the address of a mailbox that exists")]
    [TestCase("Storage:File=no-such-folder/connect.db", "WRONG  database", "a folder that exists")]
    [TestCase("Engine:SendAtOnce=0", "WRONG  settings: Engine:SendAtOnce must lie between 1 and 64", "docs/options.md")]
    public async Task Check_OneThingWrong_NamesItAndSaysHowToMendIt(string setting, string wrong, string mend)
    {
        var (code, said) = await CheckAsync(setting);

        Assert.That(said, Does.Contain(wrong).And.Contain(mend));
        Assert.That(code, Is.EqualTo(1));
    }

    private async Task<(int Code, string Said)> CheckAsync(params string[] settings)
    {
        using var output = new StringWriter();
        var given = ServiceSettings.For(server, new LaunchOptions { DatabaseFile = folder.File("check.db"), LogLevel = "None" });
        var code = await InstallationCheck.RunAsync([.. given, .. settings.Select(setting => $"--{setting}")], output);
        return (code, output.ToString());
    }
}
