using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.BotFramework.Tests.Testing;

namespace TeamsConnectBot.BotFramework.Tests.Authentication;

internal sealed class ExtraCertificateAuthoritiesTests
{
    [Test]
    public async Task Handler_ExtraAuthority_TrustsItsServers()
    {
        await using var channel = await FakeChannel.StartAsync();
        using var http = new HttpClient(ExtraCertificateAuthorities.CreateHandler(channel.Certificates.CaFile));

        Assert.That(await http.GetStringAsync(new Uri($"{channel.Address}/metadata")), Does.Contain("jwks_uri"));
    }

    [Test]
    public async Task Handler_NoExtraAuthority_RefusesItsServers()
    {
        await using var channel = await FakeChannel.StartAsync();
        using var http = new HttpClient(ExtraCertificateAuthorities.CreateHandler(null));

        Refuses(http, channel);
    }

    [Test]
    public async Task Handler_OtherExtraAuthority_RefusesItsServers()
    {
        await using var channel = await FakeChannel.StartAsync();
        using var http = new HttpClient(ExtraCertificateAuthorities.CreateHandler(TestCertificates.For("other.example").CaFile));

        Refuses(http, channel);
    }

    [Test]
    public async Task Handler_CertificateForAnotherHost_IsNotTrusted()
    {
        await using var channel = await FakeChannel.StartAsync("other.example");
        using var http = new HttpClient(ExtraCertificateAuthorities.CreateHandler(channel.Certificates.CaFile));

        Refuses(http, channel);
    }

    [Test]
    public void Load_NoSuchFile_NamesIt() => Assert.That(
        () => ExtraCertificateAuthorities.Load("/no/such.pem"),
        Throws.InvalidOperationException.With.Message.Contains("'/no/such.pem'"));

    [Test]
    public void Load_FileWithoutCertificate_SaysSo()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "nothing");
            Assert.That(
                () => ExtraCertificateAuthorities.Load(path), Throws.InvalidOperationException.With.Message.Contains("no certificate"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Refuses(HttpClient http, FakeChannel channel) => Assert.That(
        async () => await http.GetStringAsync(new Uri($"{channel.Address}/metadata")),
        Throws.InstanceOf<HttpRequestException>()
            .With.Property(nameof(HttpRequestException.HttpRequestError)).EqualTo(HttpRequestError.SecureConnectionError));
}
