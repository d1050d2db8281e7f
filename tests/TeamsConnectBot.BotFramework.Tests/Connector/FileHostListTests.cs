using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.BotFramework.Tests.Connector;

/// <summary>Where a file may be uploaded to; the address comes from a person's client.</summary>
internal sealed class FileHostListTests
{
    [TestCase("https://contoso-my.sharepoint.com/personal/sam/_api/v2.0/drive/items/1/uploadSession?guid='2'&tempauth=eyJ", true)]
    [TestCase("https://CONTOSO-my.SharePoint.com/x", true)]
    [TestCase("http://contoso-my.sharepoint.com/x", false)]
    [TestCase("https://contoso-my.sharepoint.com:8443/x", false)]
    [TestCase("https://sharepoint.com/x", false)]
    [TestCase("https://evilsharepoint.com/x", false)]
    [TestCase("https://contoso-my.sharepoint.com.evil.example/x", false)]
    [TestCase("https://contoso-my.sharepoint.com@evil.example/x", false)]
    [TestCase("https://user@contoso-my.sharepoint.com/x", false)]
    [TestCase("https://169.254.169.254/metadata", false)]
    [TestCase("https://localhost/x", false)]
    [TestCase("file:///etc/passwd", false)]
    [TestCase("/x", false)]
    [TestCase(null, false)]
    public void Allowed_InThePublicCloud_IsOneDriveOnly(string? address, bool allowed) =>
        Assert.That(new FileHostList(MicrosoftClouds.Public.FileHosts).Allowed(address) is not null, Is.EqualTo(allowed));

    [TestCase("127.0.0.1:5080", "http://127.0.0.1:5080/x", true)]
    [TestCase("127.0.0.1:5080", "http://127.0.0.1:5081/x", false)]
    [TestCase("drive.example", "https://drive.example/x", true)]
    [TestCase("drive.example", "https://a.drive.example/x", false)]
    public void Allowed_ListedEntry(string entry, string address, bool allowed) =>
        Assert.That(new FileHostList([entry]).Allowed(address) is not null, Is.EqualTo(allowed));

    [TestCase("*.sharepoint.com", true)]
    [TestCase("contoso-my.sharepoint.com", true)]
    [TestCase("localhost:5080", true)]
    [TestCase("https://contoso-my.sharepoint.com", false)]
    [TestCase("*", false)]
    [TestCase("*.com/x", false)]
    [TestCase("", false)]
    public void Problem_OfAnEntry_IsNamed(string entry, bool canBeUsed) =>
        Assert.That(FileHostList.Problem(entry), canBeUsed ? Is.Null : Does.Contain("*.drive.example"));
}
