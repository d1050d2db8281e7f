using TeamsConnectBot.Operations;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Tests.Operations;

/// <summary>The <c>check</c> command against a tenant in which one thing at a time is wrong.</summary>
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
            GrantedPermissions = ["GroupMember.Read.All", "User.Read.All", "Calendars.ReadWrite"],
            Organisation = new OrganisationData([SamplePeople.Host, .. SamplePeople.Of(3)], new FakeCalendars().Of, (_, _) => false),
        });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task Check_EverythingRight_SaysSoAndCreatesNoDatabase()
    {
        var (code, output) = await CheckAsync();

        Assert.That(
            output,
            Does.Contain("good   token for Graph").And.Contain("good   group of pool everyone").And.Contain("good   bot registration")
                .And.EndWith("Everything that was tried works. 6 not tried, see above." + Environment.NewLine));
        Assert.That(code, Is.Zero);
        Assert.That(File.Exists(folder.File("check.db")), Is.False);
    }

    [TestCase("Graph:ClientSecret=wrong", "WRONG  token for Graph", "The client secret is wrong")]
    [TestCase("Bot:ClientSecret=wrong", "WRONG  token for the bot", "The client secret is wrong")]
    [TestCase(
        "Programme:Pools:0:GroupId=7d3a0000-0000-4000-8000-000000000000", "WRONG  group of pool everyone", "check the pool's GroupId")]
    [TestCase("Graph:ServiceMailbox=nobody@elsewhere.example", "WRONG  service mailbox", "must be the address of a mailbox that exists")]
    [TestCase("Storage:File=no-such-folder/connect.db", "WRONG  database", "a folder that exists")]
    [TestCase("Signals:CopilotNotifications=true", "WRONG  settings: Signals:PublicUrl is ''", "docs/options.md")]
    [TestCase("Cloud=China", "WRONG  settings: Cloud is 'China', where the service cannot work", "docs/options.md")]
    [TestCase("Engine:SendAtOnce=0", "WRONG  settings: Engine:SendAtOnce must lie between 1 and 64", "docs/options.md")]
    public async Task Check_OneThingWrong_NamesItAndSaysHowToFixIt(string setting, string wrong, string fix)
    {
        var (code, output) = await CheckAsync(setting);

        Assert.That(output, Does.Contain(wrong).And.Contain(fix));
        Assert.That(code, Is.EqualTo(1));
    }

    [TestCase("Graph:ClientSecret", "token for Graph")]
    [TestCase("Bot:ClientSecret", "token for the bot")]
    public async Task Check_WrongSecret_ShowsEntrasMessage(string key, string subject)
    {
        var (_, output) = await CheckAsync($"{key}=wrong");

        Assert.That(
            output,
            Does.Contain($"WRONG  {subject}: AADSTS7000215: Invalid client secret provided.").And.Not.Contain("authentication failed:"));
    }

    [Test]
    public async Task Check_EveryStep_IsNamedBeforeItStarts()
    {
        var (_, output) = await CheckAsync();
        var lines = output.Split(Environment.NewLine);

        string[] steps =
        [
            "database", "token for Graph", "token for the bot", "permissions in Entra", "group of pool everyone", "service mailbox",
            "Teams link of the service mailbox", "free/busy", "bot registration",
        ];
        foreach (var subject in steps)
        {
            Assert.That(
                Array.FindIndex(lines, line => line.StartsWith($"try    {subject}", StringComparison.Ordinal)), Is.GreaterThanOrEqualTo(0)
                .And.EqualTo(Array.FindIndex(lines, line => line.StartsWith($"good   {subject}", StringComparison.Ordinal)) - 1), subject);
        }
    }

    [Test]
    public async Task Check_StepWithoutResponse_TimesOutAndIsNamed()
    {
        using var unresponsive = server.Faults.Add(new FaultRule { Path = "/v1.0/users/*/calendarView", Until = FaultRule.Never });

        // Long enough for the other steps, however busy the machine is.
        var (code, output) = await CheckAsync(TimeSpan.FromSeconds(15));

        Assert.That(
            output,
            Does.Contain("try    service mailbox").And.Contain(
                "WRONG  service mailbox: no answer within 15 seconds").And.Contain("good   bot registration"));
        Assert.That(code, Is.EqualTo(1));
    }

    [Test]
    public async Task Check_EndlessCalendar_IsReported()
    {
        using var endless = server.Faults.Add(new FaultRule
        {
            Path = "/v1.0/users/*/calendarView", Status = 200,
            Body = $$"""{"value":[],"@odata.nextLink":"{{server.GraphUrl.ToString().TrimEnd('/')}}/users/x/calendarView?page=1"}""",
        });

        var (_, output) = await CheckAsync();

        Assert.That(output, Does.Contain("WRONG  service mailbox").And.Contain("leads nowhere new"));
    }

    [Test]
    public async Task Check_RoundsThatSometimesLeaveNoTime_WarnsWithTheDays()
    {
        var (code, output) = await CheckAsync("Programme:Pools:0:RoundCron=0 0 9 1 * ?");
        var (_, usual) = await CheckAsync();

        Assert.That(
            output,
            Does.Contain("warn   rounds of pool everyone: RoundCron '0 0 9 1 * ?' also starts rounds on Friday and Saturday and Sunday")
                .And.Contain("0 0 9 ? * MON"));
        Assert.That(code, Is.Zero);
        Assert.That(usual, Does.Match(@"good   rounds of pool everyone \(next: Monday \d+ \w+ \d{4} 09:00, Monday"));
    }

    [Test]
    public async Task Check_StepWithoutFoundation_IsNotTriedAndSaysWhy()
    {
        var (_, output) = await CheckAsync("Graph:ClientSecret=wrong");

        Assert.That(
            output,
            Does.Contain("skip   group of pool everyone: not tried, because 'token for Graph' is wrong.")
                .And.Contain("skip   free/busy: not tried, because 'token for Graph' is wrong.")
                .And.Contain("good   token for the bot").And.Contain("good   bot registration")
                .And.EndWith("1 to fix. 11 not tried, see above." + Environment.NewLine));
        Assert.That(output, Does.Not.Contain("try    free/busy"));
    }

    [Test]
    public async Task Check_WithEveryCheckGiven_NeverPrintsASecretOrToken()
    {
        var secret = server.ClientSecret;
        var (_, output) = await CheckAsync("Storage:ConnectionString=Host=x;Password=hunter2hunter2");
        var (_, wrong) = await CheckAsync("Graph:ClientSecret=hunter2hunter2");

        Assert.That(output + wrong, Does.Not.Contain(secret).And.Not.Contain("hunter2").And.Not.Contain("eyJ"));
    }

    private Task<(int Code, string Output)> CheckAsync(params string[] settings) => CheckAsync(null, settings);

    private async Task<(int Code, string Output)> CheckAsync(TimeSpan? limit, params string[] settings)
    {
        using var writer = new StringWriter();
        var given = ServiceSettings.For(server, new LaunchOptions { DatabaseFile = folder.File("check.db"), LogLevel = "None" });
        var code = await InstallationCheck.RunAsync(
            [.. given, .. settings.Select(setting => $"--{setting}")], writer, TextWriter.Null, limit: limit);
        return (code, writer.ToString());
    }
}
