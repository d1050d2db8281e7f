using System.Text.RegularExpressions;
using TeamsConnectBot.BotFramework.Clouds;

namespace TeamsConnectBot.Tests.Clouds;

/// <summary>Microsoft's hosts are in one table. What must be written down elsewhere agrees with it or has its reason.</summary>
internal sealed partial class HostsElsewhereTests
{
    private const string Table = "src/TeamsConnectBot.BotFramework/Clouds/";

    // Each with the reason that it is no address of a cloud, or can't be read from the table.
    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["src/TeamsConnectBot.BotFramework/Cards/InputChoiceSet.cs"] = "an Adaptive Card's name for a search, the same in every cloud",
        ["src/TeamsConnectBot/Cards/DoNotMatchCard.cs"] = "an Adaptive Card's name for a search, the same in every cloud",
        ["src/TeamsConnectBot/Pools/PoolOptions.cs"] = "an example in a setting's documentation",
        ["src/TeamsConnectBot/Admin/AdminOptions.cs"] = "an example in a setting's documentation",
        ["src/TeamsConnectBot.Sandbox/Entra/EntraTokens.cs"] = "the issuer a simulated tenant has",
        ["src/TeamsConnectBot.Sandbox/Entra/EntraRefusal.cs"] = "a link in an error of the simulated Entra",
        ["src/TeamsConnectBot/Operations/Checks/EntraFindings.cs"] = "the page that explains Entra's codes, the same for every cloud",
        ["src/TeamsConnectBot.Sandbox/Graph/EventReading.cs"] = "a join link as the simulated Graph gives it",
        ["src/TeamsConnectBot.Sandbox/Teams/ChannelMetadata.cs"] = "as the channel publishes it",
        ["src/TeamsConnectBot.Sandbox/Tenant/TenantCloud.cs"] = "the Sandbox knows no type of the service, and is a second opinion",
        ["manifest/clouds.mjs"] = "runs where there is only Node; compared with the table below",
        ["manifest/checks/poster.mjs"] = "what the poster is expected to say",
        ["manifest/checks/schemas/m365agents.yml.json"] = "Microsoft's own schema",
        ["infra/hooks/parameters.mjs"] = "the schema of parameter files",
        ["infra/modules/network.bicep"] = "Bicep can't read the table; compared with it below",
        ["infra/parameters.example.json"] = "the schema of parameter files",
    };

    [Test]
    public void Hosts_OutsideTheTable_HaveTheirReason()
    {
        var found = Files().Where(file => Host().IsMatch(File.ReadAllText(Repository.PathOf(file)))).ToList();

        Assert.That(found.Where(file => !Reasons.ContainsKey(file)), Is.Empty, "put the host into MicrosoftClouds, or its reason here");
        Assert.That(Reasons.Keys.Except(found), Is.Empty, "these name no host any more");
    }

    [Test]
    public void Links_OfTheTeamsPackage_AreThoseOfTheTable() => Assert.That(
        TeamsEntry().Matches(Read("manifest/clouds.mjs"))
            .ToDictionary(entry => entry.Groups["cloud"].Value, entry => entry.Groups["url"].Value),
        Is.EqualTo(Usable().ToDictionary(cloud => cloud.Name, cloud => cloud.TeamsWeb)));

    [TestCase("infra/main.bicep")]
    [TestCase("infra/modules/bot.bicep")]
    [TestCase("infra/grant-permissions.ps1")]
    public void Clouds_InInfra_AreThoseTheServiceWorksIn(string file) =>
        Assert.That(Read(file), Does.Contain(string.Join(", ", Usable().Select(cloud => $"'{cloud}'"))));

    [Test]
    public void PrivateZones_InInfra_AreThoseOfTheTable()
    {
        var bicep = Read("infra/modules/network.bicep");

        Assert.That(bicep, Does.Contain($"AzureCloud: '{MicrosoftClouds.Public.PostgresSuffix}'"));
        Assert.That(bicep, Does.Contain($"AzureUSGovernment: '{MicrosoftClouds.UsGov.PostgresSuffix}'"));
    }

    private static IEnumerable<MicrosoftCloud> Usable() =>
        MicrosoftClouds.All.Where(cloud => !cloud.Lacks.ContainsKey(CloudFeature.Bots));

    private static string Read(string file) => File.ReadAllText(Repository.PathOf(file.Split('/')));

    private static IEnumerable<string> Files() =>
        from folder in new[] { "src", "manifest", "infra" }
        from path in Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories)
        let file = Path.GetRelativePath(Repository.PathOf(), path).Replace('\\', '/')
        where Path.GetExtension(file) is ".cs" or ".js" or ".mjs" or ".json" or ".bicep" or ".ps1" or ".html" or ".cshtml"
        where !file.StartsWith(Table, StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal)
            && !file.Split('/').Any(part => part is "bin" or "obj") && Path.GetFileName(file) != "package-lock.json"
        select file;

    [GeneratedRegex(
        @"graph\.microsoft\.|microsoftonline\.|sts\.windows\.net|botframework\.(com|us|azure)|teams\.microsoft\.(com|us)"
        + @"|trafficmanager\.net|azure\.(com|us|cn)|AzureADTokenExchange|chinacloudapi|usgovcloudapi|vault\.azure")]
    private static partial Regex Host();

    [GeneratedRegex(@"^  (?<cloud>\w+): '(?<url>https://[^']+)',$", RegexOptions.Multiline)]
    private static partial Regex TeamsEntry();
}
