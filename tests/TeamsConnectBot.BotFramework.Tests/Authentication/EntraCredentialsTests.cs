using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;
using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.BotFramework.Tests.Testing;

namespace TeamsConnectBot.BotFramework.Tests.Authentication;

internal sealed class EntraCredentialsTests
{
    private const string Scope = "https://graph.microsoft.com/.default";

    [Test]
    public async Task Create_Secret_RequestsTokenFromItsTenantForTheScope()
    {
        await using var channel = await FakeChannel.StartAsync();
        var credential = EntraCredentials.Create(Options(channel) with { ClientSecret = "s" });

        var token = await credential.GetTokenAsync(new TokenRequestContext([Scope]), default);

        Assert.That(token.Token, Is.EqualTo(FakeChannel.AccessToken));
        Assert.That(
            channel.TokenRequests.Single(),
            Is.EqualTo($"/{BotHost.TenantId}/oauth2/v2.0/token client_credentials {BotHost.AppId} {Scope}"));
    }

    [Test]
    public async Task Create_Certificate_RequestsTokenWithAnAssertion()
    {
        await using var channel = await FakeChannel.StartAsync();
        var path = Path.Combine(Path.GetTempPath(), $"bot-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}.pem");
        try
        {
            using var key = RSA.Create(2048);
            var now = TimeProvider.System.GetUtcNow();
            using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                .CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
            await File.WriteAllTextAsync(path, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}");
            var credential = EntraCredentials.Create(Options(channel) with { CertificatePath = path });

            var token = await credential.GetTokenAsync(new TokenRequestContext([Scope]), default);

            Assert.That(token.Token, Is.EqualTo(FakeChannel.AccessToken));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public async Task Create_ManagedIdentity_ReturnsManagedIdentityCredential()
    {
        await using var channel = await FakeChannel.StartAsync();

        var credential = EntraCredentials.Create(Options(channel) with { ManagedIdentityClientId = "x" });

        Assert.That(credential, Is.InstanceOf<ManagedIdentityCredential>());
    }

    [TestCase(null, null)]
    [TestCase("s", "x")]
    public async Task Create_NotExactlyOneKind_IsRefused(string? secret, string? identity)
    {
        await using var channel = await FakeChannel.StartAsync();

        Assert.That(
            () => EntraCredentials.Create(Options(channel) with { ClientSecret = secret, ManagedIdentityClientId = identity }),
            Throws.InvalidOperationException.With.Message.Contains("exactly one"));
    }

    private static EntraCredentialOptions Options(FakeChannel channel) => new()
    {
        TenantId = BotHost.TenantId,
        ClientId = BotHost.AppId,
        Authority = channel.Address,
        ExtraCaFile = channel.Certificates.CaFile,
    };
}
