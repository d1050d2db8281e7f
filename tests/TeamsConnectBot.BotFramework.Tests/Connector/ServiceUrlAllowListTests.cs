using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.BotFramework.Tests.Connector;

internal sealed class ServiceUrlAllowListTests
{
    [TestCase("https://smba.trafficmanager.net/emea/", true)]
    [TestCase("https://SMBA.trafficmanager.net/teams", true)]
    [TestCase("https://smba.infra.gcc.teams.microsoft.com/teams", false)]
    [TestCase("https://smba.infra.gov.teams.microsoft.us/teams", false)]
    [TestCase("http://smba.trafficmanager.net/emea/", false)]
    [TestCase("https://smba.trafficmanager.net:8443/emea/", false)]
    [TestCase("https://evil.trafficmanager.net/", false)]
    [TestCase("https://smba.trafficmanager.net.evil.example/", false)]
    [TestCase("https://smba.trafficmanager.net@evil.example/", false)]
    [TestCase("https://user@smba.trafficmanager.net/", false)]
    [TestCase("https://smba.trafficmanager.net/?a=b", false)]
    [TestCase("https://localhost/", false)]
    [TestCase("ftp://smba.trafficmanager.net/", false)]
    [TestCase("/teams", false)]
    [TestCase(null, false)]
    public void Allows_HostsOfThePublicCloud(string? url, bool allowed) =>
        Assert.That(new ServiceUrlAllowList(MicrosoftClouds.Public.ServiceUrlHosts).Allows(url), Is.EqualTo(allowed));

    [TestCase("localhost", "http://localhost:56150/", true)]
    [TestCase("127.0.0.1:56150", "http://127.0.0.1:56150/_connector", true)]
    [TestCase("127.0.0.1:56150", "http://127.0.0.1:56151/", false)]
    [TestCase("teams.example:8443", "https://teams.example:8443/", true)]
    [TestCase("teams.example:8443", "http://teams.example:8443/", false)]
    [TestCase("teams.example:8443", "https://teams.example/", false)]
    public void Allows_ListedEntry(string entry, string url, bool allowed) =>
        Assert.That(new ServiceUrlAllowList([entry]).Allows(url), Is.EqualTo(allowed));
}
