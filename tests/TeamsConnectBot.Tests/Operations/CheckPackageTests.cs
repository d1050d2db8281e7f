using System.IO.Compression;

namespace TeamsConnectBot.Tests.Operations;

/// <summary>What <c>check</c> says about a Teams app package.</summary>
internal sealed class CheckPackageTests : CheckTests
{
    private static IEnumerable<TestCaseData> Packages()
    {
        yield return PackageCase(null, _ => { });
        yield return PackageCase("other-bot", manifest => manifest["bots"]![0]!["botId"] = Guid.Empty.ToString());
        yield return PackageCase("other-id", manifest => manifest["id"] = Guid.Empty.ToString());
        yield return PackageCase("other-domain", manifest => manifest["validDomains"] = new JsonArray("elsewhere.example"));
        yield return PackageCase("other-tab", manifest => manifest["staticTabs"]![0]!["contentUrl"] = "https://elsewhere.example/admin");
        yield return PackageCase("other-sign-in", manifest => manifest["webApplicationInfo"]!["id"] = Guid.Empty.ToString());
        yield return PackageCase("other-resource", manifest => manifest["webApplicationInfo"]!["resource"] = "api://elsewhere.example/x");
        yield return PackageCase("unfilled", manifest => manifest["validDomains"] = new JsonArray("{{domain}}"));
        yield return PackageCase("unreadable", manifest => manifest["bots"] = "none");
        yield return PackageCase(
            "no-notifications", _ => { },
            "--Signals:CopilotNotifications=true", "--Signals:PublicUrl=https://localhost", "--Signals:AgreedBy=Works council");
    }

    private static TestCaseData PackageCase(string? finding, Action<JsonObject> change, params string[] settings) =>
        new TestCaseData(finding, change, settings).SetArgDisplayNames(finding ?? "none");

    [TestCaseSource(nameof(Packages))]
    public async Task Package_ComparedWithTheSettings_SaysWhatDiffers(string? finding, Action<JsonObject> change, string[] settings)
    {
        var file = Package(change);

        var found = Of((await CheckAsync(["--package", file, "--domain", "localhost:1", .. settings])).Json, "package");

        Assert.That((string?)found["finding"], Is.EqualTo(finding), found.ToJsonString());
        if (finding is null)
        {
            Assert.That((string?)found["says"], Does.Match("^version [0-9.]+, manifest [0-9.]+$"));
        }
    }

    [TestCase("no-such-file.zip")]
    [TestCase("not-a-certificate.pem")]
    public async Task Package_ThatIsNone_IsUnreadable(string name)
    {
        await File.WriteAllTextAsync(Folder.File("not-a-certificate.pem"), "nothing");

        var found = Of((await CheckAsync("--package", Folder.File(name))).Json, "package");

        Assert.That((string?)found["finding"], Is.EqualTo("unreadable"));
    }

    private string Package(Action<JsonObject> change)
    {
        var text = File.ReadAllText(Repository.PathOf("manifest", "manifest.json"))
            .Replace("{{appId}}", Server.AppId.ToString(), StringComparison.Ordinal)
            .Replace("{{entraApp}}", Server.AppId.ToString(), StringComparison.Ordinal)
            .Replace("{{domain}}", "localhost", StringComparison.Ordinal);
        var manifest = JsonNode.Parse(text)!.AsObject();
        change(manifest);
        var file = Folder.File("teams.zip");
        File.Delete(file);
        using var archive = ZipFile.Open(file, ZipArchiveMode.Create);
        using var entry = new StreamWriter(archive.CreateEntry("manifest.json").Open());
        entry.Write(manifest.ToJsonString());
        return file;
    }
}
