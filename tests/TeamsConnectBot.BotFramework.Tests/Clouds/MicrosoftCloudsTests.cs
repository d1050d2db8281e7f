using Azure.Identity;
using Microsoft.Bot.Connector.Authentication;
using TeamsConnectBot.BotFramework.Clouds;

namespace TeamsConnectBot.BotFramework.Tests.Clouds;

/// <summary>
/// Holds the table to what Microsoft publishes, column by column. Where a library of Microsoft's states the same value, the table is
/// compared with that library too.
/// </summary>
internal sealed class MicrosoftCloudsTests
{
    [Test]
    public void All_Clouds_AreTheFiveOfTheSetting() =>
        Assert.That(MicrosoftClouds.All.Select(cloud => cloud.Name), Is.EqualTo(new[] { "Public", "UsGcc", "UsGov", "UsGovDod", "China" }));

    [TestCase("Public", "https://login.microsoftonline.com/", "https://sts.windows.net/", "api://AzureADTokenExchange/.default")]
    [TestCase("UsGcc", "https://login.microsoftonline.com/", "https://sts.windows.net/", "api://AzureADTokenExchange/.default")]
    [TestCase("UsGov", "https://login.microsoftonline.us/", "https://sts.windows.net/", "api://AzureADTokenExchangeUSGov/.default")]
    [TestCase("UsGovDod", "https://login.microsoftonline.us/", "https://sts.windows.net/", "api://AzureADTokenExchangeUSGov/.default")]
    [TestCase("China", "https://login.chinacloudapi.cn/", "https://sts.chinacloudapi.cn/", "api://AzureADTokenExchangeChina/.default")]
    public void Entra_OfACloud_IsAsPublished(string name, string authority, string version1Issuer, string exchange)
    {
        var cloud = MicrosoftClouds.Find(name)!;
        Assert.That((cloud.Authority, cloud.Version1Issuer, cloud.TokenExchangeScope), Is.EqualTo((authority, version1Issuer, exchange)));
    }

    [TestCase("Public", "https://graph.microsoft.com")]
    [TestCase("UsGcc", "https://graph.microsoft.com")]
    [TestCase("UsGov", "https://graph.microsoft.us")]
    [TestCase("UsGovDod", "https://dod-graph.microsoft.us")]
    [TestCase("China", "https://microsoftgraph.chinacloudapi.cn")]
    public void Graph_OfACloud_IsAsPublished(string name, string graph)
    {
        var cloud = MicrosoftClouds.Find(name)!;
        Assert.That((cloud.Graph, cloud.GraphScope), Is.EqualTo((graph, $"{graph}/.default")));
    }

    [TestCase("Public", "https://api.botframework.com", "https://login.botframework.com/v1/.well-known/openidconfiguration")]
    [TestCase("UsGcc", "https://api.botframework.com", "https://login.botframework.com/v1/.well-known/openidconfiguration")]
    [TestCase("UsGov", "https://api.botframework.us", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration")]
    [TestCase("UsGovDod", "https://api.botframework.us", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration")]
    [TestCase("China", "https://api.botframework.azure.cn", "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration")]
    public void BotFramework_OfACloud_IsAsPublished(string name, string issuer, string metadata)
    {
        var cloud = MicrosoftClouds.Find(name)!;
        Assert.That((cloud.BotIssuer, cloud.BotScope, cloud.BotOpenIdMetadata), Is.EqualTo((issuer, $"{issuer}/.default", metadata)));
    }

    [TestCase("Public", "https://smba.trafficmanager.net/teams/", "smba.trafficmanager.net", "api.botframework.com")]
    [TestCase("UsGcc", "https://smba.infra.gcc.teams.microsoft.com/teams/", "smba.infra.gcc.teams.microsoft.com")]
    [TestCase("UsGov", "https://smba.infra.gov.teams.microsoft.us/teams/", "smba.infra.gov.teams.microsoft.us")]
    [TestCase("UsGovDod", "https://smba.infra.dod.teams.microsoft.us/teams/", "smba.infra.dod.teams.microsoft.us")]
    [TestCase("China", null)]
    public void Connector_OfACloud_IsAsPublished(string name, string? serviceUrl, params string[] hosts)
    {
        var cloud = MicrosoftClouds.Find(name)!;
        Assert.That(cloud.DefaultServiceUrl, Is.EqualTo(serviceUrl));
        Assert.That(cloud.ServiceUrlHosts, Is.EqualTo(hosts));
    }

    [TestCase("Public", "https://teams.microsoft.com", "https://*.teams.microsoft.com", "https://*.cloud.microsoft")]
    [TestCase("UsGcc", "https://teams.microsoft.com", "https://*.teams.microsoft.com", "https://*.cloud.microsoft")]
    [TestCase("UsGov", "https://gov.teams.microsoft.us")]
    [TestCase("UsGovDod", "https://dod.teams.microsoft.us")]
    [TestCase("China", "https://teams.microsoftonline.cn")]
    public void Teams_OfACloud_IsAsPublished(string name, string web, params string[] moreTabHosts)
    {
        var cloud = MicrosoftClouds.Find(name)!;
        Assert.That(cloud.TeamsWeb, Is.EqualTo(web));
        Assert.That(cloud.TabHosts, Is.EqualTo(moreTabHosts.Prepend(web)));
    }

    [TestCase("Public", "ossrdbms-aad.database.windows.net", "postgres.database.azure.com", "vault.azure.net")]
    [TestCase("UsGcc", "ossrdbms-aad.database.windows.net", "postgres.database.azure.com", "vault.azure.net")]
    [TestCase("UsGov", "ossrdbms-aad.database.usgovcloudapi.net", "postgres.database.usgovcloudapi.net", "vault.usgovcloudapi.net")]
    [TestCase("UsGovDod", "ossrdbms-aad.database.usgovcloudapi.net", "postgres.database.usgovcloudapi.net", "vault.usgovcloudapi.net")]
    [TestCase("China", "ossrdbms-aad.database.chinacloudapi.cn", "postgres.database.chinacloudapi.cn", "vault.azure.cn")]
    public void Azure_OfACloud_IsAsPublished(string name, string database, string postgres, string vault)
    {
        var cloud = MicrosoftClouds.Find(name)!;
        Assert.That(
            (cloud.PostgresScope, cloud.PostgresSuffix, cloud.KeyVaultSuffix, cloud.KeyVaultScope),
            Is.EqualTo(($"https://{database}/.default", postgres, vault, $"https://{vault}/.default")));
    }

    [TestCase("Public")]
    [TestCase("UsGcc")]
    [TestCase("UsGov", CloudFeature.CopilotReport, CloudFeature.CopilotNotifications, CloudFeature.Files)]
    [TestCase("UsGovDod", CloudFeature.CopilotReport, CloudFeature.CopilotNotifications, CloudFeature.Files)]
    [TestCase("China", CloudFeature.CopilotReport, CloudFeature.CopilotNotifications, CloudFeature.Bots)]
    public void Lacks_OfACloud_AreAsPublished(string name, params CloudFeature[] features) =>
        Assert.That(MicrosoftClouds.Find(name)!.Lacks.Keys, Is.EquivalentTo(features));

    [Test]
    public void FileHosts_AreGivenWhereBotsSendFiles(
        [ValueSource(typeof(MicrosoftClouds), nameof(MicrosoftClouds.All))] MicrosoftCloud cloud) =>
        Assert.That(
            cloud.FileHosts.Count > 0,
            Is.EqualTo(!cloud.Lacks.ContainsKey(CloudFeature.Files) && !cloud.Lacks.ContainsKey(CloudFeature.Bots)));

    [Test]
    public void Authorities_AreThoseOfAzureIdentity() => Assert.That(
        new[] { MicrosoftClouds.Public, MicrosoftClouds.UsGov, MicrosoftClouds.China }.Select(cloud => new Uri(cloud.Authority)),
        Is.EqualTo(new[] { AzureAuthorityHosts.AzurePublicCloud, AzureAuthorityHosts.AzureGovernment, AzureAuthorityHosts.AzureChina }));

    [Test]
    public void BotFramework_OfTheUsGovernment_IsAsInTheSdk()
    {
        var cloud = MicrosoftClouds.UsGov;
        Assert.That(cloud.BotIssuer, Is.EqualTo(GovernmentAuthenticationConstants.ToBotFromChannelTokenIssuer));
        Assert.That(cloud.BotScope, Is.EqualTo($"{GovernmentAuthenticationConstants.ToChannelFromBotOAuthScope}/.default"));
        Assert.That(cloud.BotOpenIdMetadata, Is.EqualTo(GovernmentAuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl));
    }

    [Test]
    public void BotFramework_OfThePublicCloud_IsAsInTheSdk()
    {
        var cloud = MicrosoftClouds.Public;
        Assert.That(cloud.BotIssuer, Is.EqualTo(AuthenticationConstants.ToBotFromChannelTokenIssuer));
        Assert.That(cloud.BotScope, Is.EqualTo($"{AuthenticationConstants.ToChannelFromBotOAuthScope}/.default"));
        Assert.That(cloud.BotOpenIdMetadata, Is.EqualTo(AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl));
    }

    [TestCase("usgov", "UsGov")]
    [TestCase(" China ", "China")]
    [TestCase("1", null)]
    [TestCase("", null)]
    [TestCase(null, null)]
    public void Find_ByName_IgnoresCapitals(string? name, string? found) =>
        Assert.That(MicrosoftClouds.Find(name)?.Name, Is.EqualTo(found));

    [TestCase("Public", "https://graph.microsoft.us/v1.0", "UsGov")]
    [TestCase("UsGov", "https://dod-graph.microsoft.us/v1.0", "UsGovDod")]
    [TestCase("UsGovDod", "https://graph.microsoft.us/v1.0", "UsGov")]
    [TestCase("UsGov", "https://login.microsoftonline.com/", "Public")]
    [TestCase("UsGov", "https://login.microsoftonline.us/", null)]
    [TestCase("UsGovDod", "https://login.microsoftonline.us/", null)]
    [TestCase("Public", "https://LOGIN.partner.microsoftonline.cn", "China")]
    [TestCase("UsGov", "smba.trafficmanager.net", "Public")]
    [TestCase("UsGov", "smba.infra.gcc.teams.microsoft.com:443", "UsGcc")]
    [TestCase("UsGcc", "https://smba.trafficmanager.net/teams/", null)]
    [TestCase("Public", "smba.infra.gcc.teams.microsoft.com", null)]
    [TestCase("Public", "https://gov.teams.microsoft.us/l/app/1", "UsGov")]
    [TestCase("UsGov", "http://127.0.0.1:5000/v1.0", null)]
    [TestCase("UsGov", "https://proxy.example/", null)]
    [TestCase("UsGov", "", null)]
    [TestCase("UsGov", null, null)]
    public void OtherOwner_OfAnAddress_IsTheCloudItBelongsTo(string name, string? address, string? owner) =>
        Assert.That(MicrosoftClouds.Find(name)!.OtherOwnerOf(address)?.Name, Is.EqualTo(owner));
}
