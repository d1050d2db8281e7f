using Microsoft.Extensions.Options;
using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.Operations;
using TeamsConnectBot.Tests.Operations;

namespace TeamsConnectBot.Tests.Clouds;

/// <summary>What the service says at its start about the setting <c>Cloud</c> and about settings that do not fit it.</summary>
internal sealed class CloudStartTests
{
    private const string Admin = "Admin:ClientId=11111111-2222-4333-8444-555555555555";

    [TestCase("Public")]
    [TestCase("UsGcc")]
    [TestCase("UsGov")]
    [TestCase("UsGovDod")]
    [TestCase("usgov")]
    public async Task Start_InACloud_NeedsNoAddresses(string cloud) => Assert.That(await ProblemsAsync($"Cloud={cloud}"), Is.Empty);

    [TestCase("Cloud=China", "Cloud is 'China', where the service cannot work: Teams operated by 21Vianet has neither bots nor")]
    [TestCase("Cloud=Mars", "Cloud is 'Mars'; allowed are Public, UsGcc, UsGov, UsGovDod, China.")]
    public async Task Start_InACloudThatCannotBe_SaysWhyOnce(string setting, string problem) =>
        Assert.That(await ProblemsAsync(setting, Admin), Has.One.Items.And.One.StartsWith(problem));

    [TestCase("Graph:BaseUrl", "https://graph.microsoft.com/v1.0", "Public")]
    [TestCase("Graph:BaseUrl", "https://dod-graph.microsoft.us/v1.0", "UsGovDod")]
    [TestCase("Graph:Scope", "https://graph.microsoft.com/.default", "Public")]
    [TestCase("Graph:AuthorityHost", "https://login.microsoftonline.com/", "Public")]
    [TestCase("Bot:Authority", "https://login.microsoftonline.com/", "Public")]
    [TestCase("Bot:OpenIdMetadata", "https://login.botframework.com/v1/.well-known/openidconfiguration", "Public")]
    [TestCase("Bot:Issuer", "https://api.botframework.com", "Public")]
    [TestCase("Bot:ServiceUrlHosts:0", "smba.trafficmanager.net", "Public")]
    [TestCase("Admin:Authority", "https://login.microsoftonline.com/", "Public")]
    [TestCase("Admin:AuthorizationEndpoint", "https://login.microsoftonline.com/common/oauth2/v2.0/authorize", "Public")]
    [TestCase("Programme:InstallLink", "https://teams.microsoft.com/l/app/1", "Public")]
    public async Task Start_AddressOfAnotherCloud_IsRefused(string key, string value, string owner) => Assert.That(
        await ProblemsAsync("Cloud=UsGov", Admin, $"{key}={value}"),
        Has.Some.EqualTo(
            $"{key} is '{value}', which belongs to the cloud {owner}, but Cloud is UsGov; leave it out, or set Cloud to {owner}."));

    [TestCase("Graph:BaseUrl", "http://127.0.0.1:5000/v1.0")]
    [TestCase("Graph:BaseUrl", "https://graph-proxy.example/v1.0")]
    [TestCase("Graph:AuthorityHost", "https://login.microsoftonline.us/")]
    [TestCase("Programme:InstallLink", "https://gov.teams.microsoft.us/l/app/1")]
    public async Task Start_AddressOfNoOtherCloud_Overrides(string key, string value) =>
        Assert.That(await ProblemsAsync("Cloud=UsGov", $"{key}={value}"), Is.Empty);

    [TestCase("UsGov", "Signals:CopilotReport", "the Copilot usage report in the worldwide service only")]
    [TestCase("UsGovDod", "Signals:CopilotReport", "the Copilot usage report in the worldwide service only")]
    [TestCase("UsGov", "Signals:CopilotNotifications", "Copilot's interactions in the worldwide service only")]
    [TestCase("UsGovDod", "Signals:CopilotNotifications", "Copilot's interactions in the worldwide service only")]
    public async Task Start_SourceTheCloudLacks_IsRefusedWithTheReason(string cloud, string key, string reason) => Assert.That(
        await ProblemsAsync($"Cloud={cloud}", $"{key}=true", "Signals:PublicUrl=https://connect.example.org"),
        Has.One.Items.And.One.StartsWith($"{key} is true, but Cloud is {cloud}: Microsoft Graph offers {reason}"));

    [TestCase("Public")]
    [TestCase("UsGcc")]
    public async Task Start_SourcesOfTheWorldwideGraph_AreAllowed(string cloud) => Assert.That(
        await ProblemsAsync(
            $"Cloud={cloud}", "Signals:CopilotReport=true", "Signals:CopilotNotifications=true",
            "Signals:PublicUrl=https://connect.example.org"),
        Is.Empty);

    [Test]
    public void Documentation_NamesEveryCloud()
    {
        var section = File.ReadAllText(Repository.PathOf("docs", "install.md")).Split("\n## National clouds\n").Last();

        Assert.That(MicrosoftClouds.All.Select(cloud => $"| `{cloud}` |").Where(row => !section.Contains(row)), Is.Empty);
        Assert.That(section, Does.Contain("never been tried"));
    }

    private static async Task<IReadOnlyList<string>> ProblemsAsync(params string[] settings)
    {
        var all = RequiredSettingsTests.Required.Concat(settings).Select(setting => "--" + setting);
        await using var service = ServiceHost.Build(["--environment=Production", .. all]);
        try
        {
            service.Services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (Exception failure) when (StartupProblems.In(failure) is { Count: > 0 } problems)
        {
            return problems;
        }
    }
}
