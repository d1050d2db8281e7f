using Azure.Core;
using Azure.Identity;
using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.BotFramework.Tests.Testing;

namespace TeamsConnectBot.BotFramework.Tests.Authentication;

internal sealed class EntraCredentialsTests
{
    private const string Scope = "https://graph.microsoft.com/.default";

    [Test]
    public async Task Create_Secret_AsksTheOwnTenantForTheScope()
    {
        await using var channel = await FakeChannel.StartAsync();
        var credential = EntraCredentials.Create(Options(channel) with { ClientSecret = "s" });

        var token = await credential.GetTokenAsync(new TokenRequestContext([Scope]), default);

        Assert.That(token.Token, Is.EqualTo(FakeChannel.AccessToken));
        Assert.That(channel.TokenRequests.Single(), Is.EqualTo($"/{BotHost.TenantId}/oauth2/v2.0/token client_credentials {BotHost.AppId} {Scope}"));
    }

    [Test]
    public async Task Create_Certificate_AsksWithAnAssertion()
    {
        await using var channel = await FakeChannel.StartAsync();
        var path = Path.Combine(Path.GetTempPath(), $"bot-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}.pem");
        try
        {
            var server = channel.Certificates.Server;
            using var key = System.Security.Cryptography.X509Certificates.RSACertificateExtensions.GetRSAPrivateKey(server)!;
            await File.WriteAllTextAsync(path, $"{server.ExportCertificatePem()}\n{Pem(key)}");
            var credential = EntraCredentials.Create(Options(channel) with { CertificatePath = path });

            Assert.That((await credential.GetTokenAsync(new TokenRequestContext([Scope]), default)).Token, Is.EqualTo(FakeChannel.AccessToken));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public async Task Create_ManagedIdentity_IsOne()
    {
        await using var channel = await FakeChannel.StartAsync();

        Assert.That(EntraCredentials.Create(Options(channel) with { ManagedIdentityClientId = "x" }), Is.InstanceOf<ManagedIdentityCredential>());
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

    // Pkcs8 of an exportable copy: a key loaded from PKCS#12 may be exported encrypted only.
    private static string Pem(System.Security.Cryptography.RSA key)
    {
        var parameters = new System.Security.Cryptography.PbeParameters(
            System.Security.Cryptography.PbeEncryptionAlgorithm.Aes256Cbc, System.Security.Cryptography.HashAlgorithmName.SHA256, 1);
        using var copy = System.Security.Cryptography.RSA.Create();
        copy.ImportEncryptedPkcs8PrivateKey("p", key.ExportEncryptedPkcs8PrivateKey("p", parameters), out _);
        return copy.ExportPkcs8PrivateKeyPem();
    }

    private static EntraCredentialOptions Options(FakeChannel channel) => new()
    {
        TenantId = BotHost.TenantId,
        ClientId = BotHost.AppId,
        Authority = channel.Address,
        ExtraCaFile = channel.Certificates.CaFile,
    };
}
